import type { Achievement } from '../../domain/achievement.js';
import { pickText } from '../../domain/language.js';
import type { Facet, FacetValue } from '../../domain/page.js';
import type { SearchQuery } from '../../search/search-index.js';
import { pagePath } from '../http/address.js';
import { EXPORT_FORMATS } from '../http/export-route.js';
import { facetLabel } from '../http/facet-labels.js';
import { rangeNames } from '../http/ranges.js';
import type { Language } from '../language.js';
import { type Html, html } from '../markup.js';
import { factsOf } from './achievement-page.js';
import { joined, localText } from './field-values.js';
import { pageText } from './texts.js';

/** What the list page shows. */
export interface ListView {
  readonly lang: Language;
  /** What the address asks for. */
  readonly params: URLSearchParams;
  readonly query: SearchQuery;
  /** Facets to narrow the list by. */
  readonly offered: readonly string[];
  readonly sorts: readonly string[];
  readonly records: readonly Achievement[];
  /** How many of the records, from the first, match every word. */
  readonly strict: number;
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly nextCursor?: string;
  /** Whether the search element is at hand. */
  readonly hasElement: boolean;
}

/** Values of a facet that show without a further click. */
const FACET_VALUES = 12;

/** The same list with one more or one less in its address, from its first page. */
function changed({ lang, params }: ListView, change: (next: URLSearchParams) => void): string {
  const next = new URLSearchParams(params);
  next.delete('cursor');
  change(next);
  return next.size > 0 ? `${pagePath(lang)}?${next.toString()}` : pagePath(lang);
}

/** The list, inside the element that takes its place where scripts run. */
export function listMain(view: ListView): Html {
  const { lang, offered, hasElement } = view;
  const content = html`${searchForm(view)} ${chosen(view)}
    <div class="columns">
      ${facets(view)}
      <div>${results(view)}${pages(view)}${takeAway(view)}</div>
    </div>`;
  return html`<h1>${pageText('achievements', lang)}</h1>
    ${
      hasElement
        ? html`<yn-achievement-search
            api="/"
            lang="${lang}"
            url-state
            facets="${offered.join(' ')}"
            detail-href="${pagePath(lang)}/{id}"
            heading-level="2"
            ranges="price published"
          >
            ${content}
          </yn-achievement-search>`
        : content
    }`;
}

function searchForm({ lang, params, query, sorts }: ListView): Html {
  const kept = [...params].filter(([name]) => !['q', 'sort', 'cursor'].includes(name));
  const sort = query.sort ?? '';
  const orders = ORDERS.filter((order) => order === 'relevance' || sorts.includes(order));
  return html`<form
    class="search"
    action="${pagePath(lang)}"
    method="get"
    role="search"
    aria-label="${pageText('search', lang)}"
  >
    <div class="grow">
      <label for="q">${pageText('words', lang)}</label
      ><input type="search" id="q" name="q" value="${query.q}" maxlength="1000" autocomplete="off" />
    </div>
    <div>
      <label for="sort">${pageText('sort', lang)}</label
      ><select id="sort" name="sort">
        <option value="">${pageText('standard', lang)}</option>
        ${orders.map(
          (order) =>
            html`<option value="${order}" ${order === sort && html` selected`}>${pageText(order, lang)}</option>`,
        )}
      </select>
    </div>
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<button type="submit">
      ${pageText('find', lang)}
    </button>
  </form>`;
}
const ORDERS = ['relevance', 'newest', 'updated'] as const;

/** What narrows the list, each with a link that takes it away. */
function chosen(view: ListView): Html | undefined {
  const { lang, params, query } = view;
  const labels = new Map(
    view.facets.flatMap(({ id, values }) => values.map(({ value, label }) => [`${id} ${value}`, label] as const)),
  );
  const facetChips = Object.entries(query.filters ?? {}).flatMap(([facet, values]) =>
    values.map((value) => ({
      label: `${facetLabel(facet, lang)}: ${labels.get(`${facet} ${value}`) ?? value}`,
      href: changed(view, (next) => next.delete(`f.${facet}`, value)),
    })),
  );
  const rangeChips = Object.keys(query.ranges ?? {}).map((range) => ({
    label: `${rangeNames(range).label[lang]}: ${params.get(`r.${range}`)}`,
    href: changed(view, (next) => next.delete(`r.${range}`)),
  }));
  const chips = [...facetChips, ...rangeChips];
  if (chips.length === 0) return undefined;
  const q = query.q === undefined ? '' : `?${new URLSearchParams({ q: query.q }).toString()}`;
  return html`<nav aria-label="${pageText('chosen', lang)}">
    <ul class="chips">
      ${chips.map(
        ({ label, href }) =>
          html`<li>
            <a href="${href}" rel="nofollow" aria-label="${pageText('remove', lang, { label })}"
              ><bdi>${label}</bdi> <span aria-hidden="true">×</span></a
            >
          </li> `,
      )}
      <li><a href="${pagePath(lang)}${q}">${pageText('clear', lang)}</a></li>
    </ul>
  </nav> `;
}

function facets(view: ListView): Html | undefined {
  const { lang, query } = view;
  const known = view.facets.filter(({ values }) => values.length > 0);
  if (known.length === 0) return undefined;
  const isChosen = (facet: Facet, { value }: FacetValue): boolean =>
    query.filters?.[facet.id]?.includes(value) ?? false;
  const item = (facet: Facet, each: FacetValue): Html => {
    const is = isChosen(facet, each);
    const href = changed(view, (next) =>
      is ? next.delete(`f.${facet.id}`, each.value) : next.append(`f.${facet.id}`, each.value),
    );
    return html`<li>
      <a href="${href}" rel="nofollow" ${is && html` aria-current="true"`}
        ><span><bdi>${each.label}</bdi></span
        ><span class="count">${each.count}</span></a
      >
    </li>`;
  };
  return html`<nav class="facets" aria-label="${pageText('filters', lang)}">
    ${known.map(
      (facet) =>
        html`<details${facet.values.some((each) => isChosen(facet, each)) && html` open`}><summary>${facet.label}</summary>
<ul>${facet.values.filter((each, place) => place < FACET_VALUES || isChosen(facet, each)).map((each) => item(facet, each))}</ul></details>
`,
    )}
  </nav> `;
}

function results(view: ListView): Html {
  const { lang, records, strict, total } = view;
  const list = (some: readonly Achievement[]): Html =>
    html`<ol class="results">
      ${some.map((record) => result(record, lang))}
    </ol> `;
  return html`<h2>
      ${pageText('results', lang)} <span class="count">${pageText('total', lang, { count: total })}</span>
    </h2>
    ${
      total === 0 && records.length === 0 && html`<p>${pageText('none', lang)}</p> `
    }${strict > 0 && list(records.slice(0, strict))}${
      strict < records.length &&
      html`<p class="meta">${pageText('near', lang)}</p>
        ${list(records.slice(strict))}`
    }`;
}

function result(record: Achievement, lang: Language): Html {
  const title = pickText(record.title, lang);
  const by = joined(
    (record.institutions ?? []).map(({ name }) => localText(name, lang)),
    lang,
  );
  const facts = factsOf(record, lang);
  const about = localText(record.benefit ?? record.summary, lang);
  return html`<li>
    <h3>
      <a href="${pagePath(lang, record.id)}" ${title && title.lang !== lang && html` lang="${title.lang}"`}
        ><bdi>${title?.text ?? pageText('noTitle', lang)}</bdi></a
      >
    </h3>
    ${about && html`<p class="excerpt">${about}</p> `}${by && html`<p class="meta">${by}</p> `}${facts}
  </li> `;
}

function pages(view: ListView): Html | undefined {
  const { lang, params, nextCursor } = view;
  const first = params.has('cursor') && changed(view, () => undefined);
  const next = nextCursor !== undefined && changed(view, (each) => each.set('cursor', nextCursor));
  if (!first && !next) return undefined;
  return html`<nav class="pages" aria-label="${pageText('pages', lang)}">
    ${first && html`<a href="${first}">${pageText('first', lang)}</a> `}${
      next && html`<a href="${next}" rel="next">${pageText('next', lang)}</a> `
    }
  </nav> `;
}

function takeAway({ lang, params }: ListView): Html {
  const query = new URLSearchParams([...params].filter(([name]) => name !== 'cursor'));
  query.set('lang', lang);
  const text = (format: string): string => (format === 'atom' ? pageText('feed', lang) : format.toUpperCase());
  return html`<h2>${pageText('takeAway', lang)}</h2>
    <ul class="takeaway">
      ${EXPORT_FORMATS.map(
        (format) =>
          html`<li>
            <a href="/api/v1/achievements.${format}?${query.toString()}" rel="nofollow">${text(format)}</a>
          </li> `,
      )}
    </ul> `;
}
