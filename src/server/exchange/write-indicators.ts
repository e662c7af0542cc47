import { codeLabel } from '../../domain/code-lists/index.js';
import type { Indicator, Observation, Target } from '../../domain/indicator.js';
import { pickText } from '../../domain/language.js';
import { firstDay, lastDay } from '../../domain/partial-date.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { Language } from '../language.js';
import { INDICATOR_COLUMNS, type IndicatorColumn } from './indicator-columns.js';
import { type Cell, writeCsv } from './write-csv.js';

type Cells = Partial<Record<IndicatorColumn, Cell>>;

/** Columns that are read but not written: `期间起` and `期间止` say it without doubt. */
const WRITTEN = Object.keys(INDICATOR_COLUMNS).filter((column) => column !== 'period') as IndicatorColumn[];

/**
 * Indicators as a table: a row for each period that has a figure or a target, headers and codes in the words of `lang`.
 * An import of the table finds the same definitions, figures and targets in it; corrections are told, not read back.
 */
export function indicatorsCsv(indicators: readonly Indicator[], lang: Language): string {
  const header = WRITTEN.map((column) => INDICATOR_COLUMNS[column].header[lang]);
  const rows = indicators.flatMap((indicator) => {
    const about = definitionCells(indicator, lang);
    return periodsOf(indicator).map((period) => {
      const here = periodCells(period, lang);
      return WRITTEN.map((column): Cell => (column in here ? here[column] : about[column]));
    });
  });
  return writeCsv(header, rows);
}

interface Period {
  readonly observation?: Observation;
  readonly target?: Target;
}

/** Observations with the target of the very same period, then the other targets; one empty row where there is neither. */
function periodsOf({ observations, targets = [] }: Indicator): Period[] {
  const left = new Set(targets);
  const periods: Period[] = observations.map((observation) => {
    const target = targets.find((each) => left.has(each) && daysOf(each) === daysOf(observation));
    if (target) left.delete(target);
    return { observation, ...(target && { target }) };
  });
  for (const target of left) periods.push({ target });
  return periods.length === 0 ? [{}] : periods;
}

function daysOf({ periodStart, periodEnd }: Observation | Target): string {
  return `${firstDay(periodStart)}/${lastDay(periodEnd)}`;
}

function definitionCells(indicator: Indicator, lang: Language): Cells {
  const { title, unit, definition, formula, section, basis, direction, method, responsibleOffice } = indicator;
  return {
    code: indicator.code,
    title: chinese(title),
    titleEn: title.en,
    section: section && codeOrLabel('plan-section', section.code, section.label, lang),
    order: indicator.order,
    unit: chinese(unit),
    unitEn: unit?.en,
    basis: codeLabel('indicator-basis', basis, lang),
    direction,
    decimals: indicator.decimals,
    definition: chinese(definition),
    definitionEn: definition?.en,
    formula: chinese(formula),
    formulaEn: formula?.en,
    method: method && codeLabel('indicator-method', method, lang),
    computed: indicator.computed?.query,
    office: pickText(responsibleOffice?.name, lang)?.text,
    sample: indicator.sample === undefined ? undefined : yesNo(indicator.sample, lang),
  };
}

function periodCells({ observation, target }: Period, lang: Language): Cells {
  const { periodStart, periodEnd } = observation ?? target ?? {};
  return {
    periodStart,
    periodEnd,
    target: target?.value,
    targetSource: target?.source?.name,
    ...(observation && {
      value: observation.value,
      absence: observation.absence && codeLabel('figure-absence', observation.absence, lang),
      asOf: observation.asOf,
      provisional: observation.provisional === undefined ? undefined : yesNo(observation.provisional, lang),
      confidence: observation.confidence,
      source: observation.source?.name,
      sourceUrl: observation.source?.url,
      note: pickText(observation.note, lang)?.text,
      corrections: observation.revisions?.map((each) => correction(each, lang)).join('\n'),
    }),
  };
}

function correction(
  { value, absence, replacedAt, reason }: NonNullable<Observation['revisions']>[number],
  lang: Language,
): string {
  const before = value ?? codeLabel('figure-absence', absence ?? 'not-available', lang);
  const why = pickText(reason, lang)?.text;
  return [`${replacedAt.slice(0, 10)}: ${before}`, ...(why === undefined ? [] : [why])].join(
    lang === 'zh-CN' ? '，' : ', ',
  );
}

function codeOrLabel(list: string, code: string, label: LanguageMap, lang: Language): string {
  const known = codeLabel(list, code, lang);
  return known === code ? (pickText(label, lang)?.text ?? code) : known;
}

/** The Chinese text, or the one there is where that is not English. */
function chinese(map: LanguageMap | undefined): string | undefined {
  const found = pickText(map, 'zh-CN');
  return found?.lang === 'en' ? undefined : found?.text;
}

function yesNo(value: boolean, lang: Language): string {
  if (lang === 'zh-CN') return value ? '是' : '否';
  return value ? 'yes' : 'no';
}
