import { css, type CSSResult, type TemplateResult } from 'lit';
import type { Range } from '../../../domain/page.js';
import type { AchievementHit, RangeEnds } from '../../../sdk/index.js';
import { type Chip, filterChips } from '../../../ui/lazy/filter-chips.js';
import { moneyUnit } from '../../../ui/lazy/range-text.js';
import { type RangeActions, RangeView, type RangeWords } from '../../../ui/lazy/range-view.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import type { SearchController } from '../../../ui/search-controller.js';
import { texts } from './narrow-texts.js';

export { RangeView, texts };
export type NarrowKey = keyof (typeof texts)['zh-CN'];

type L10n = Localizer<NarrowKey>;
type Search = SearchController<AchievementHit>;

export interface ChipActions {
  /** Takes back one value of a facet, or a range where there is no value. */
  drop(id: string, value?: string): void;
  clear(): void;
}

/** Every chosen value and range, to take it back. */
export function chips(search: Search, l10n: L10n, { drop, clear }: ChipActions): TemplateResult {
  const { filters, ranges = {} } = search.state;
  const nameOf = (id: string): string => search.answer?.page.facets.find((facet) => facet.id === id)?.label ?? id;
  const values = Object.entries(filters).flatMap(([facet, chosen]) =>
    chosen.map((value): Chip => {
      const text = search.labelOf(facet, value) ?? value;
      const label = l10n.t('narrow.remove', { facet: nameOf(facet), value: text });
      return { text, label, drop: drop.bind(undefined, facet, value) };
    }),
  );
  const limits = Object.entries(ranges).map(([id, ends]): Chip => {
    const range = rangeOf(search, id);
    const value = written(ends, range, l10n);
    const label = l10n.t('narrow.remove', { facet: range.label, value });
    return { text: l10n.t('narrow.label', { name: range.label, value }), label, drop: drop.bind(undefined, id) };
  });
  const words = { chosen: () => l10n.t('narrow.chosen'), clear: () => l10n.t('narrow.clear') };
  return filterChips([...values, ...limits], words, clear);
}

/** The ranges of the search, to type into. */
export function rangeTemplates(search: Search, l10n: L10n, view: RangeView, redraw: () => void): TemplateResult[] {
  const words = rangeWords(l10n);
  const wanted = search.state.ranges ?? {};
  const actions: RangeActions = {
    limit: (id, ends) => {
      search.setRange(id, ends);
    },
    redraw,
  };
  return search.rangeIds.map((id, index) =>
    view.template(rangeOf(search, id), index, wanted[id] ?? {}, words, actions),
  );
}

/** What the platform said of the range; its bare name where it said nothing yet. */
function rangeOf(search: Search, id: string): Range {
  return search.answer?.page.ranges.find((range) => range.id === id) ?? { id, label: id, type: 'number', count: 0 };
}

function rangeWords(l10n: L10n): RangeWords {
  return {
    lang: l10n.lang,
    heading: ({ label, type }) => (type === 'money' ? l10n.t('narrow.moneyHeading', { name: label }) : label),
    end: ({ label, type }, end) => {
      if (type === 'date') return l10n.t(end === 'min' ? 'narrow.dateMin' : 'narrow.dateMax', { name: label });
      return l10n.t(end === 'min' ? 'narrow.min' : 'narrow.max', { name: label });
    },
    hint: (range) => {
      const { min, max, count } = range;
      if (min === undefined || max === undefined) return l10n.t('narrow.none');
      return l10n.t('narrow.hint', { count, ends: written({ min, max }, range, l10n) });
    },
    anyEnd: () => l10n.t('narrow.any'),
    apply: () => l10n.t('narrow.apply'),
    problem: (problem) => l10n.t(`narrow.problem.${problem}`),
  };
}

/** The ends in words: `10–50 万元`, `2024年6月起`. */
function written({ min = '', max = '' }: RangeEnds, { type }: Range, l10n: L10n): string {
  const plain = (end: number | string): string => {
    if (type === 'date') return /^\d{4}(-\d\d){0,2}$/.test(`${end}`) ? l10n.date(`${end}`) : `${end}`;
    const number = Number(end);
    return Number.isFinite(number) ? l10n.number(type === 'money' ? number / moneyUnit(l10n.lang) : number) : `${end}`;
  };
  const isMoney = type === 'money';
  if (min !== '' && max !== '') {
    if (`${min}` === `${max}`) return isMoney ? l10n.t('narrow.money', { amount: plain(min) }) : plain(min);
    return l10n.t(isMoney ? 'narrow.moneyBetween' : 'narrow.between', { min: plain(min), max: plain(max) });
  }
  const one = plain(min === '' ? max : min);
  const end = isMoney ? l10n.t('narrow.money', { amount: one }) : one;
  if (min === '') return l10n.t(type === 'date' ? 'narrow.dateTo' : 'narrow.to', { max: end });
  return l10n.t(type === 'date' ? 'narrow.dateFrom' : 'narrow.from', { min: end });
}

export const styles: CSSResult = css`
  .chips,
  .chips ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  .chips li,
  .chip {
    max-inline-size: 100%;
  }
  .chips ul,
  .chip bdi {
    min-inline-size: 0;
  }
  .chip bdi {
    overflow: clip;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    min-block-size: 30px;
    padding: 2px var(--_space) 2px calc(var(--_space) * 1.5);
    border: 1px solid var(--_accent);
    border-radius: 999px;
    background: var(--_tint);
    font-size: 0.875em;
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_line);
  }
  .chip svg {
    inline-size: 1em;
    block-size: 1em;
  }
  .chips .plain {
    font-size: 0.875em;
  }
  @media print {
    .chip svg,
    .chips .plain {
      display: none;
    }
  }
  .range-ends {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
  }
  .range-ends input {
    flex: 1 1 4em;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: max(2.25em, 36px);
    padding: 0 var(--_space);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-overflow: ellipsis;
    transform: none;
    cursor: text;
  }
  .range-ends input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .range-ends input[aria-invalid] {
    border-color: var(--_danger);
  }
  .range-ends .button {
    padding-inline: var(--_space);
    white-space: nowrap;
  }
  .range-hint,
  .range-problem {
    margin-block-start: calc(var(--_space) / 2);
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
    line-height: 1.45;
  }
  .range-problem {
    color: var(--_danger);
  }
  .range-problem:empty {
    display: none;
  }
`;
