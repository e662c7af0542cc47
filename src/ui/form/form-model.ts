import type { ProblemField } from '../../domain/problem.js';
import { type CheckContext, type Checked, checkForm, faultsFrom } from './check.js';
import { type Fault, LANGUAGES, type TextLanguage } from './compose.js';
import { type Field, fieldsOf } from './definition.js';
import { type Entry, entryAt, isEmpty, listAt, type Values, withEntry } from './values.js';

type Context = Omit<CheckContext, 'values'>;

/** What is in a form: what was typed, and which of its faults its reader is told of. */
export class FormModel {
  values: Values = {};
  /** Faults that show. */
  faults: ReadonlyMap<string, Fault> = new Map();
  /** Whether the list of all faults shows, as it does once somebody tried to send. */
  showsSummary = false;

  readonly #context: () => Context;
  readonly #touched = new Set<string>();
  readonly #tabs = new Map<string, TextLanguage>();

  constructor(context: () => Context) {
    this.#context = context;
  }

  get isBlank(): boolean {
    return isEmpty(this.values);
  }

  /** Fills the form anew; texts in languages may be given as plain ones. */
  fill(values: Values): void {
    const { definition, lang } = this.#context();
    let filled = values;
    for (const { name, languages } of fieldsOf(definition)) {
      const entry = entryAt(values, name);
      if (languages === 'each' && typeof entry === 'string') filled = withEntry(filled, name, { [lang]: entry });
    }
    this.values = filled;
    this.faults = new Map();
    this.showsSummary = false;
    this.#touched.clear();
  }

  /** Takes over what was typed just now, and ends a fault that it mends. */
  type(key: string, entry: Entry): void {
    this.values = withEntry(this.values, key, entry);
    this.#touched.add(key);
  }

  /** Ends faults that are mended; finds no new ones. */
  mend(): void {
    if (this.faults.size === 0) return;
    const { faults } = this.check();
    this.faults = new Map(
      [...this.faults.keys()].flatMap((key) => {
        const fault = faults.get(key);
        return fault ? [[key, fault]] : [];
      }),
    );
  }

  /** Tells what is wrong with a field that somebody has typed in and leaves. */
  leave(key: string): void {
    if (!this.#touched.has(key)) return;
    const { faults } = this.check();
    if (faults.has(key)) this.faults = new Map([...faults].filter(([each]) => each === key || this.faults.has(each)));
  }

  /** Tells everything that is wrong. */
  tellAll(): Checked {
    const checked = this.check();
    this.faults = checked.faults;
    this.showsSummary = checked.faults.size > 0;
    return checked;
  }

  /** Tells what the platform found wrong. */
  tellProblems(errors: readonly ProblemField[]): void {
    this.faults = faultsFrom(errors, this.check().places);
    this.showsSummary = this.faults.size > 0;
  }

  check(): Checked {
    return checkForm({ ...this.#context(), values: this.values });
  }

  /** The rows of a group: at least one, for somebody to begin with. */
  rows(name: string): readonly Entry[] {
    const rows = listAt(this.values, name);
    return rows.length > 0 ? rows : [{}];
  }

  addRow(name: string): void {
    this.values = withEntry(this.values, name, [...this.rows(name), {}]);
  }

  removeRow(name: string, index: number): void {
    this.values = withEntry(
      this.values,
      name,
      this.rows(name).filter((_, at) => at !== index),
    );
    this.faults = new Map([...this.faults].filter(([key]) => !key.startsWith(`${name}.`)));
  }

  /** The languages of texts, that of the form first. */
  get languages(): readonly TextLanguage[] {
    const { lang } = this.#context();
    return lang === 'en' ? ['en', 'zh-CN'] : LANGUAGES;
  }

  /** Whether a text is there in the language that the form is not in. */
  hasOther({ name }: Field): boolean {
    return !isEmpty(entryAt(this.values, `${name}.${this.languages[1] ?? ''}`));
  }

  tabOf({ name }: Field): TextLanguage {
    return this.#tabs.get(name) ?? this.#context().lang;
  }

  chooseTab({ name }: Field, lang: TextLanguage): void {
    this.#tabs.set(name, lang);
  }

  /** Brings the text with this key to the front. */
  reveal(key: string): void {
    const at = key.lastIndexOf('.');
    const lang = LANGUAGES.find((each) => each === key.slice(at + 1));
    if (lang) this.#tabs.set(key.slice(0, at), lang);
  }
}
