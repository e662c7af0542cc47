import type { IndexDefinition } from '../../search/search-index.js';
import {
  DEFAULT_SUGGESTIONS,
  DEFAULT_VALUES,
  MAX_CONTAINS_LENGTH,
  MAX_SUGGESTIONS,
  MAX_VALUES,
} from '../http/completion-routes.js';
import { facetLabel } from '../http/facet-labels.js';
import {
  DEFAULT_PAGE_SIZE,
  LIST_PARAMETERS,
  MAX_FILTER_VALUES,
  MAX_PAGE_SIZE,
  MAX_QUERY_LENGTH,
  TEXTS,
} from '../http/list-query.js';
import type { Collection } from '../http/collections.js';
import { rangeNames } from '../http/ranges.js';
import { exampleFacetValues, exampleParameters, exampleRanges } from './openapi-examples.js';
import type { JsonObject } from './openapi-schemas.js';

type ListParameter = (typeof LIST_PARAMETERS)[number];

const names = (items: readonly string[]): JsonObject => ({
  schema: { type: 'array', items: { type: 'string', ...(items.length > 0 && { enum: items }) } },
  style: 'form',
  explode: false,
});

function listParameter(name: ListParameter, definition: IndexDefinition): JsonObject {
  const definitions: Readonly<Record<ListParameter, JsonObject>> = {
    q: {
      description:
        'Words that all have to be in the record, separated by spaces. `"…"` for a phrase, `-word` to leave out, `title:word` for one field.',
      schema: { type: 'string', maxLength: MAX_QUERY_LENGTH },
    },
    sort: {
      description: `Default: \`relevance\` with a query, else \`${definition.sorts[0] ?? 'relevance'}\`.`,
      schema: { type: 'string', enum: ['relevance', ...definition.sorts] },
    },
    limit: {
      description: 'Items on a page. 0 gives the total and the facets alone.',
      schema: { type: 'integer', minimum: 0, maximum: MAX_PAGE_SIZE, default: DEFAULT_PAGE_SIZE },
    },
    cursor: {
      description: '`nextCursor` of the page before, with all other parameters unchanged.',
      schema: { type: 'string' },
    },
    facets: {
      description:
        'Facets to count, separated by commas or repeated; an empty value counts none, which is quickest. Default: the main ones. Facets of which values are chosen are counted after those, so that every chosen value comes with its label. Up to 100 values of a facet are given, and those chosen.',
      ...names(definition.facets),
    },
    ranges: {
      description: 'Ranges whose ends are wanted, separated by commas or repeated. Default: none.',
      ...names(definition.ranges),
    },
    texts: {
      description:
        'With `excerpts`, some two lines of each long text, about the first of the words found in it. Records of which something is left out have `excerpt: true`.',
      schema: { type: 'string', enum: [...TEXTS], default: 'whole' },
    },
    lang: {
      description:
        'Language of labels and messages, a BCP 47 tag: Chinese or English is answered, whichever is nearer. Default: from Accept-Language, else Chinese.',
      schema: { type: 'string' },
    },
    siteKey: {
      description: 'Key of the site whose page asks. Needed from pages of other origins once a site is registered.',
      schema: { type: 'string' },
    },
  };
  return definitions[name];
}

/** A parameter of a list, with an example that the platform accepts. */
export function parameter(name: ListParameter, definition: IndexDefinition): JsonObject {
  const text = exampleParameters[name];
  const isSound = name !== 'ranges' || (text ?? '').split(',').every((range) => definition.ranges.includes(range));
  const values: Readonly<Record<string, unknown>> = {
    facets: definition.facets.slice(0, 2),
    ranges: text?.split(','),
    limit: Number(text),
  };
  const example = values[name] ?? text;
  return {
    name,
    in: 'query',
    ...listParameter(name, definition),
    ...(text !== undefined && isSound && { example }),
  };
}

/** The parameters that make a result set. */
export function selectionParameters({ kind }: Collection, definition: IndexDefinition): JsonObject[] {
  const label = (facet: string): string => `${facetLabel(facet, 'en', kind)} (${facetLabel(facet, 'zh-CN', kind)})`;
  return [
    parameter('q', definition),
    ...definition.facets.map((facet) => ({
      name: `f.${facet}`,
      in: 'query',
      description: `${label(facet)}. Repeat it for several values: one of them has to match. Up to ${MAX_FILTER_VALUES} values in all facets together.`,
      schema: { type: 'array', items: { type: 'string' } },
      style: 'form',
      explode: true,
      ...(exampleFacetValues[facet] !== undefined && { example: [exampleFacetValues[facet]] }),
    })),
    ...definition.facets.map((facet) => ({
      name: `match.${facet}`,
      in: 'query',
      description: `With \`all\`, every chosen value of \`f.${facet}\` has to match.`,
      schema: { type: 'string', enum: ['all', 'any'], default: 'any' },
    })),
    ...definition.ranges.map((range): JsonObject => {
      const { label: names, type, unit } = rangeNames(range);
      const of = type === 'date' ? 'dates (`2024`, `2024-05` or `2024-05-20`)' : `numbers${unit ? ` in ${unit}` : ''}`;
      return {
        name: `r.${range}`,
        in: 'query',
        description: `${names.en} (${names['zh-CN']}): \`<min>..<max>\`, ${of}, both included; one end may be left open. Records without it are left out.`,
        schema: { type: 'string' },
        example: exampleRanges[type],
      };
    }),
  ];
}

/** `limit` of an answer that is no page. */
export function limitParameter(of: 'suggestions' | 'values'): JsonObject {
  const [maximum, standard] = of === 'values' ? [MAX_VALUES, DEFAULT_VALUES] : [MAX_SUGGESTIONS, DEFAULT_SUGGESTIONS];
  return {
    name: 'limit',
    in: 'query',
    description: `Most ${of} in the answer.`,
    schema: { type: 'integer', minimum: 1, maximum, default: standard },
    example: 5,
  };
}

export const containsParameter: JsonObject = {
  name: 'contains',
  in: 'query',
  description:
    'Part of the label in the language asked for, of an institution also of its other name; case, width and traditional characters do not matter. Chinese is also found by pinyin without tones, in full, by initials or both mixed. Values that begin so come first, then those that have it as written, then by sound; each most frequent first.',
  schema: { type: 'string', maxLength: MAX_CONTAINS_LENGTH },
  example: '新',
};
