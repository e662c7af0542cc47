import type { ProblemField } from '../../domain/problem.js';
import { fill, type Language, languageFor, type Text } from '../language.js';
import { ProblemError } from './problems.js';

/** What can be wrong with a parameter, and what to do about it. */
const FAULTS = {
  unknown: {
    'zh-CN': '没有此参数。可用参数：{known}。',
    en: 'There is no such parameter. Use one of: {known}.',
  },
  repeated: { 'zh-CN': '此参数只能出现一次。', en: 'This parameter may be given once only.' },
  invalid_value: { 'zh-CN': '请改用以下值之一：{known}。', en: 'Use one of: {known}.' },
  not_a_number: { 'zh-CN': '请填写 {min} 到 {max} 之间的整数。', en: 'Give a whole number from {min} to {max}.' },
  too_long: { 'zh-CN': '最多 {max} 个字符，请缩短。', en: 'Up to {max} characters are accepted. Shorten it.' },
  too_many: { 'zh-CN': '最多 {max} 个，请减少。', en: 'Up to {max} are accepted. Give fewer.' },
  empty: { 'zh-CN': '请填写一个值，或去掉此参数。', en: 'Give a value, or leave the parameter out.' },
  invalid_language: {
    'zh-CN': '请填写语言标签，例如 zh-CN 或 en。',
    en: 'Give a language tag such as zh-CN or en.',
  },
  unknown_facet: { 'zh-CN': '没有此筛选项。可用筛选项：{known}。', en: 'There is no such facet. Use one of: {known}.' },
  unknown_range: {
    'zh-CN': '没有此数值范围。可用的范围：{known}。',
    en: 'There is no such range. Use one of: {known}.',
  },
  invalid_range: {
    'zh-CN': '请写成“最小值..最大值”，例如 100000..500000；其中一端可以留空。',
    en: 'Write it as minimum..maximum, such as 100000..500000; one end may be left open.',
  },
  invalid_dates: {
    'zh-CN': '请写成“开始..结束”，例如 2024-01-01..2024-12-31 或 2024..；日期可以只写年或年月，其中一端可以留空。',
    en: 'Write it as from..to, such as 2024-01-01..2024-12-31 or 2024..; a year or a month will do, and one end may be left open.',
  },
  reversed_range: {
    'zh-CN': '最小值大于最大值，请对调两端。',
    en: 'The minimum is greater than the maximum. Swap the two ends.',
  },
  invalid_cursor: {
    'zh-CN': '此游标已失效，或属于另一次检索。请去掉 cursor，从第一页重新开始。',
    en: 'This cursor is damaged, out of date or of another query. Leave cursor out and start from the first page.',
  },
} as const satisfies Record<string, Text>;

export type ParameterFault = keyof typeof FAULTS;

/** Reads the query of an address strictly: collects every fault and answers them all at once. */
export class Parameters {
  readonly #params: URLSearchParams;
  readonly #lang: Language;
  readonly #faults: ProblemField[] = [];

  constructor(url: string, lang: Language) {
    this.#params = new URL(url).searchParams;
    this.#lang = lang;
  }

  /** Notes a fault of the parameter `path`. */
  fault(path: string, code: ParameterFault, values: Readonly<Record<string, string | number>> = {}): void {
    this.#faults.push({ path: path.slice(0, 100), code, message: fill(FAULTS[code], this.#lang, values) });
  }

  /** Faults every parameter that is neither in `names` nor accepted by `isKnown`. */
  allowOnly(names: readonly string[], isKnown: (name: string) => boolean = () => false): void {
    for (const name of new Set(this.#params.keys())) {
      if (!names.includes(name) && !isKnown(name)) this.fault(name, 'unknown', { known: names.join(', ') });
    }
  }

  names(): string[] {
    return [...new Set(this.#params.keys())];
  }

  /** The value of a parameter that may be given once. */
  single(name: string, maxLength: number): string | undefined {
    const [value, ...more] = this.#params.getAll(name);
    if (more.length > 0) this.fault(name, 'repeated');
    if (value !== undefined && value.length > maxLength) this.fault(name, 'too_long', { max: maxLength });
    return value;
  }

  /** All values of a repeatable parameter, without doubles. */
  all(name: string): string[] {
    return [...new Set(this.#params.getAll(name))];
  }

  /** One of a few words. */
  choice<const T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.single(name, 100);
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fault(name, 'invalid_value', { known: choices.join(', ') });
    return found;
  }

  has(name: string): boolean {
    return this.#params.has(name);
  }

  /** A BCP 47 tag of any language; which one is answered in is not its business. */
  language(name: string): void {
    const value = this.single(name, 100);
    if (value !== undefined && !languageFor(value)) this.fault(name, 'invalid_language');
  }

  /** A whole number from `min` to `max`. */
  integer(name: string, min: number, max: number): number | undefined {
    const value = this.single(name, 100);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.fault(name, 'not_a_number', { min, max });
    return undefined;
  }

  /** @throws {ProblemError} 400 with every fault noted so far. */
  assertValid(): void {
    if (this.#faults.length > 0) throw new ProblemError('invalid-parameters', { errors: this.#faults });
  }
}
