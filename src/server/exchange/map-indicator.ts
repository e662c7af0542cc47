import { codeLists, findCode } from '../../domain/code-lists/index.js';
import type { FigureSource, Indicator, Observation, Target } from '../../domain/indicator.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { Language } from '../language.js';
import type { Fault } from './fault.js';
import type { IndicatorColumn } from './indicator-columns.js';
import { codeOf } from './indicator-code.js';
import { IndicatorRow } from './indicator-row.js';
import type { Oddity } from './oddities.js';
import { type Figure, parseFigure } from './parse-figure.js';
import { type ParsedPeriod, parsePeriod } from './parse-period.js';
import { plainCell } from './write-csv.js';

/** What a row says of an indicator; what it leaves out is absent. */
export type IndicatorFacts = Partial<Omit<Indicator, 'targets' | 'observations'>> & { readonly code: string };

/** A row made into facts of one indicator, figures and targets; or why it cannot be. */
export type MappedIndicatorRow =
  | {
      readonly facts: IndicatorFacts;
      /** The basis that unit and period suggest, for an indicator of which nobody says it. */
      readonly likelyBasis: string;
      readonly observations: readonly Observation[];
      readonly targets: readonly Target[];
      readonly oddities: readonly Oddity[];
      readonly ignored: readonly string[];
    }
  | { readonly fault: Fault };

/** Thrown inside the mapping, where a row cannot be used. */
class RowFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Makes facts, figures and targets of a row of a table. Texts without a language of their own are taken for `lang`. */
export function mapIndicatorRow(values: Readonly<Record<string, unknown>>, lang: Language): MappedIndicatorRow {
  try {
    return new RowMapping(new IndicatorRow(values), lang).map();
  } catch (error) {
    if (error instanceof RowFault) return { fault: error.fault };
    throw error;
  }
}

class RowMapping {
  readonly #row: IndicatorRow;
  readonly #lang: Language;
  /** What the row's words add to its figures: the wording of a rough one, remarks in the unit. */
  readonly #remarks: string[] = [];
  #unit: string | undefined;

  constructor(row: IndicatorRow, lang: Language) {
    this.#row = row;
    this.#lang = lang;
  }

  map(): MappedIndicatorRow {
    const row = this.#row;
    this.#unit = this.#readUnit();
    const observations: Observation[] = [];
    const targets: Target[] = [];
    const period = this.#readPeriod();
    this.#readFigures(period, observations, targets);
    return {
      facts: { ...this.#facts(), ...(observations.length === 0 && this.#note()) },
      likelyBasis: this.#likelyBasis(period),
      observations,
      targets,
      oddities: row.oddities,
      ignored: row.ignored,
    };
  }

  #facts(): IndicatorFacts {
    const row = this.#row;
    const title = this.#languages('title', 'titleEn');
    const code = row.line('code') ?? (title && codeOf(title));
    if (code === undefined) throw new RowFault({ code: 'indicator-unnamed' });
    if (row.cell('code') === undefined) row.oddities.push({ kind: 'code-made' });
    const office = row.line('office');
    const sample = this.#yesNo('sample');
    const order = this.#number('order');
    const decimals = this.#number('decimals');
    return {
      code,
      ...(title && { title }),
      ...optional('section', this.#section()),
      ...optional('order', order),
      ...optional('definition', this.#languages('definition', 'definitionEn')),
      ...optional('formula', this.#languages('formula', 'formulaEn')),
      ...optional('unit', this.#units()),
      ...optional('decimals', decimals),
      ...optional('basis', this.#code('basis', 'indicator-basis')),
      ...optional('direction', row.line('direction')),
      ...optional('method', this.#code('method', 'indicator-method')),
      ...(row.line('computed') !== undefined && { computed: { query: row.line('computed') ?? '' } }),
      ...(office !== undefined && { responsibleOffice: { name: { [this.#lang]: office } } }),
      ...optional('sample', sample),
    };
  }

  #readFigures(period: ParsedPeriod | undefined, observations: Observation[], targets: Target[]): void {
    const row = this.#row;
    for (const { header, period: under, cell } of row.periods) {
      const figure = this.#figure(cell, header);
      if (under.isTarget || period?.isTarget) targets.push(this.#target(under, figure));
      else observations.push(this.#observation(under, figure));
    }
    const figure = row.cell('value') === undefined ? undefined : this.#figure(row.cell('value'), row.header('value'));
    const aim = row.cell('target') === undefined ? undefined : this.#figure(row.cell('target'), row.header('target'));
    const absence = this.#code('absence', 'figure-absence');
    if (!figure && !aim && absence === undefined) return;
    if (!period) throw new RowFault({ code: 'period-missing' });
    if (absence !== undefined && figure && 'value' in figure) throw new RowFault({ code: 'figure-and-absence' });
    const seen = absence === undefined ? figure : { absence };
    if (seen && period.isTarget && !aim) targets.push(this.#target(period, seen));
    else if (seen) observations.push(this.#observation(period, seen));
    if (aim) targets.push(this.#target(period, aim));
  }

  #observation({ periodStart, periodEnd }: ParsedPeriod, figure: Figure): Observation {
    const source = this.#source('source', 'sourceUrl');
    return {
      periodStart,
      periodEnd,
      ...('value' in figure ? { value: figure.value } : { absence: figure.absence }),
      ...optional('asOf', this.#asOf()),
      ...optional('provisional', this.#yesNo('provisional')),
      ...optional('confidence', this.#confidence(figure)),
      ...(source && { source }),
      ...this.#note(),
    };
  }

  /** What the row remarks and what its cells say beside their figures. */
  #note(): { readonly note?: LanguageMap } {
    const own = this.#row.text('note');
    const note = [own, ...this.#remarks].filter((text) => text !== undefined).join('；');
    return note === '' ? {} : { note: { [note === own ? this.#lang : 'zh-CN']: note } };
  }

  #target({ periodStart, periodEnd }: ParsedPeriod, figure: Figure): Target {
    if (!('value' in figure)) {
      const details = { column: this.#row.header('target'), value: figure.absence };
      throw new RowFault({ code: 'figure-unreadable', details });
    }
    const source = this.#source('targetSource') ?? this.#source('source', 'sourceUrl');
    return { periodStart, periodEnd, value: figure.value, ...(source && { source }) };
  }

  /** A figure in the unit of the row. The wording of a rough one is kept. */
  #figure(cell: unknown, header: string): Figure {
    const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell as string | number);
    const figure = parseFigure(typeof cell === 'string' ? plainCell(cell) : cell);
    if (!figure)
      throw new RowFault({ code: 'figure-unreadable', details: { column: header, value: text.slice(0, 100) } });
    if (!('value' in figure)) return figure;
    if (figure.isRough) {
      this.#row.oddities.push({ kind: 'figure-rough', column: header, value: text });
      this.#remarks.push(`原文：${text.trim()}`);
    }
    if (figure.unit !== undefined) {
      this.#unit ??= figure.unit;
      if (figure.unit.normalize('NFKC') !== this.#unit.normalize('NFKC')) {
        throw new RowFault({ code: 'unit-conflict', details: { unit: figure.unit, other: this.#unit } });
      }
    }
    return figure;
  }

  /** `家(突破)` is the unit 家 and a remark. */
  #readUnit(): string | undefined {
    const row = this.#row;
    const written = row.line('unit') ?? row.unitOf('value') ?? row.unitOf('target');
    const [, unit = written, remark] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/.exec(written ?? '') ?? [];
    if (remark === undefined) return written;
    row.oddities.push({ kind: 'unit-note', ...optional('value', written) });
    this.#remarks.push(remark);
    return unit;
  }

  #units(): LanguageMap | undefined {
    const english = this.#row.line('unitEn');
    const unit = this.#unit;
    if (unit === undefined) return english === undefined ? undefined : { en: english };
    return {
      [/^[\x20-\x7e]+$/.test(unit) && /[a-z]{2}/i.test(unit) ? 'en' : 'zh-CN']: unit,
      ...optional('en', english),
    };
  }

  #readPeriod(): ParsedPeriod | undefined {
    const row = this.#row;
    const start = this.#periodIn('periodStart');
    const end = this.#periodIn('periodEnd');
    const named = this.#periodIn('period');
    if (named?.isFiscal) row.oddities.push({ kind: 'fiscal-year', ...optional('value', row.line('period')) });
    const first = start ?? end;
    if (first) {
      const { periodEnd } = end ?? first;
      return { ...first, periodEnd };
    }
    // A figure of which only the day is known held on that day
    return named ?? this.#periodIn('asOf');
  }

  #periodIn(column: IndicatorColumn): ParsedPeriod | undefined {
    const cell = this.#row.cell(column);
    if (cell === undefined) return undefined;
    const period = parsePeriod(cell);
    if (period) return period;
    const details = { column: this.#row.header(column), value: String(this.#row.line(column)).slice(0, 100) };
    throw new RowFault({ code: 'period-unreadable', details });
  }

  #asOf(): string | undefined {
    const period = this.#periodIn('asOf');
    return period && !period.isTarget ? period.periodEnd : undefined;
  }

  #confidence(figure: Figure): string | undefined {
    const written = this.#row.line('confidence');
    const known = { 高: 'high', 中: 'medium', 低: 'low' }[written ?? ''] ?? written;
    return known ?? ('value' in figure && figure.isRough ? 'low' : undefined);
  }

  #source(name: IndicatorColumn, address?: IndicatorColumn): FigureSource | undefined {
    const text = this.#row.line(name);
    if (text === undefined) return undefined;
    const url = address && this.#row.line(address);
    return { name: text.slice(0, 500), ...(url !== undefined && /^https?:\/\//i.test(url) && { url }) };
  }

  #section(): Indicator['section'] | undefined {
    const text = this.#row.line('section');
    if (text === undefined) return undefined;
    const code = findCode('plan-section', text);
    const entry = codeLists.get('plan-section')?.entries.find((each) => each.code === code);
    return entry
      ? { code: entry.code, label: entry.label }
      : { code: codeOf({ [this.#lang]: text }), label: { [this.#lang]: text } };
  }

  #code(column: IndicatorColumn, list: string): string | undefined {
    const text = this.#row.line(column);
    if (text === undefined) return undefined;
    const code = findCode(list, text);
    if (code !== undefined) return code;
    const known = (codeLists.get(list)?.entries ?? []).map(({ label }) => label[this.#lang] ?? '').join(', ');
    throw new RowFault({
      code: 'code-unknown',
      details: { column: this.#row.header(column), value: text.slice(0, 100), known },
    });
  }

  #yesNo(column: IndicatorColumn): boolean | undefined {
    const text = this.#row.line(column)?.toLowerCase();
    if (text === undefined) return undefined;
    return ['是', 'yes', 'y', 'true', '1', '√', '✓'].includes(text);
  }

  #number(column: IndicatorColumn): number | undefined {
    const cell = this.#row.cell(column);
    if (cell === undefined) return undefined;
    const figure = parseFigure(cell);
    if (figure && 'value' in figure && Number.isInteger(figure.value)) return figure.value;
    const value = String(this.#row.line(column)).slice(0, 100);
    this.#row.oddities.push({ kind: 'unusable-value', column: this.#row.header(column), value });
    return undefined;
  }

  #languages(column: IndicatorColumn, english: IndicatorColumn): LanguageMap | undefined {
    const own = this.#row.line(column);
    const other = this.#row.line(english);
    if (own === undefined && other === undefined) return undefined;
    const lang = own !== undefined && other === undefined && !/\p{Script=Han}/u.test(own) ? 'en' : 'zh-CN';
    return { ...(own !== undefined && { [lang]: own }), ...optional('en', other) };
  }

  #likelyBasis(period: ParsedPeriod | undefined): string {
    if (this.#unit === '%' || this.#unit?.includes('/')) return 'ratio';
    // What is given for a day, and not for a year, is what there was on that day
    const isDay = this.#row.periods.length === 0 && (period === undefined || period.periodStart.length === 10);
    return isDay || (this.#row.cell('period') === undefined && this.#row.cell('asOf') !== undefined)
      ? 'stock'
      : 'annualNew';
  }
}

/** The field where there is a value; nothing where there is none. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}
