import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { groupDigits, PLAIN_DIGITS, writeDate, writeTime } from './write-plainly.js';

/** A text with `{name}` placeholders, or one such text per plural form of `{count}`. */
export type Message = string | PluralMessage;
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Messages<Key extends string> = Readonly<Record<Key, Message>>;
/** Some messages of an element in other words. What is left out keeps the built-in text. */
export type MessageOverrides<Key extends string> = Partial<Messages<Key>>;

/** The texts of an element: Chinese, the audience's own, comes with it; English is fetched by pages that need it. */
export interface Catalogue<Key extends string> {
  readonly 'zh-CN': Messages<Key>;
  readonly en: () => Promise<Messages<Key>>;
}

/** The texts of a part of an element that is fetched when it is first needed, in every language. */
export type PartTexts<Key extends string> = Readonly<Record<'zh-CN' | 'en', Messages<Key>>>;

/** What the templates need to write in the reader's language. */
export interface Localizer<Key extends string> {
  /** BCP 47 tag of the page around the element. */
  readonly lang: string;
  /** BCP 47 tag of the texts in use: one of those that ship. */
  readonly textLang: string;
  /** Whether the first texts have come; until then every text is empty and nothing should show. */
  readonly hasTexts: boolean;
  /** Fetches texts that are not needed from the start, once; the same function each time. Until then they are empty. */
  load(texts: () => Promise<PartTexts<string>>): void;
  /** The text for `key`; numbers among `params` are written in the reader's way. */
  t(key: Key, params?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** A calendar date at its own precision: `2024`, `2024-06` or `2024-06-30`. */
  date(value: string): string;
  /** The date and time of an instant (ISO 8601) in the reader's time zone. */
  time(value: string): string;
}

type Host<Key extends string> = ReactiveControllerHost & HTMLElement & { readonly messages?: MessageOverrides<Key> };

/** Assumed where no element around states a language: the audience's own. */
const DEFAULT_LANG = 'zh-CN';

/** Milliseconds after which texts that failed to load may be asked for again. */
const RETRY_MS = 10_000;

/** A valid tag for what a page wrote (`zh_CN` is common), or the default. */
function canonicalTag(lang: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(lang?.trim().replaceAll('_', '-') ?? '')[0] ?? DEFAULT_LANG;
  } catch {
    return DEFAULT_LANG;
  }
}

/** `node` and its ancestors, out through shadow roots. */
export function* ancestors(node: Node): Generator<Element> {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at instanceof Element) yield at;
}

/**
 * Follows the nearest `lang` attribute, across shadow roots and while it changes, and words things in that language. The
 * texts in use stay until those of another language are there. Where they cannot be loaded, Chinese ones stand in, and
 * a later update of the element tries again.
 */
export class LocalizeController<Key extends string, FirstKey extends Key = Key>
  implements ReactiveController, Localizer<Key>
{
  lang = DEFAULT_LANG;
  textLang: 'en' | 'zh-CN' = 'zh-CN';

  readonly #host: Host<Key>;
  readonly #catalogue: Catalogue<FirstKey>;
  #observer?: MutationObserver;
  readonly #loads = new Set<unknown>();
  #plurals?: Intl.PluralRules;
  #texts?: Partial<Messages<Key>>;
  readonly #laterTexts = { 'zh-CN': {}, en: {} } as Record<'zh-CN' | 'en', Partial<Messages<Key>>>;
  /** When English texts may be asked for; never while they are on their way. */
  #loadAfter = 0;

  /** @param catalogue what is needed from the start; other texts come with `add()`. */
  constructor(host: Host<Key>, catalogue: Catalogue<FirstKey>) {
    this.#host = host;
    this.#catalogue = catalogue;
    host.addController(this);
  }

  get hasTexts(): boolean {
    return this.#texts !== undefined;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      this.#read();
    });
    for (const element of ancestors(this.#host))
      this.#observer.observe(element, { attributes: true, attributeFilter: ['lang'] });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const wanted = this.#wantedTextLang;
    if (this.hasTexts && wanted === this.textLang) return;
    if (wanted === 'zh-CN') this.#use(wanted, this.#catalogue[wanted]);
    else if (Date.now() >= this.#loadAfter) void this.#loadEnglish();
  }

  load(texts: () => Promise<PartTexts<string>>): void {
    if (this.#loads.has(texts)) return;
    this.#loads.add(texts);
    texts().then(
      (fetched) => {
        this.add(fetched as PartTexts<Key>);
        this.#host.requestUpdate();
      },
      () => this.#loads.delete(texts),
    );
  }

  /** Takes up the texts of a part that was fetched later. */
  add<PartKey extends Key>(texts: PartTexts<PartKey>): void {
    Object.assign(this.#laterTexts['zh-CN'], texts['zh-CN']);
    Object.assign(this.#laterTexts.en, texts.en);
  }

  t(key: Key, params?: Readonly<Record<string, string | number>>): string {
    const message = this.#host.messages?.[key] ?? this.#texts?.[key] ?? this.#laterTexts[this.textLang][key] ?? '';
    if (!params && typeof message === 'string') return message;
    const text = typeof message === 'string' ? message : this.#plural(message, Number(params?.['count']));
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params?.[name];
      return typeof value === 'number' ? this.number(value) : (value ?? whole);
    });
  }

  number(value: number): string {
    if (PLAIN_DIGITS.test(this.lang) && Math.abs(value) < 1e12) return groupDigits(value);
    return new Intl.NumberFormat(this.lang).format(value);
  }

  date(value: string): string {
    return writeDate(this.textLang, value.split('-').map(Number));
  }

  time(value: string): string {
    return writeTime(this.textLang, new Date(value));
  }

  get #wantedTextLang(): 'en' | 'zh-CN' {
    return this.lang.startsWith('zh') ? 'zh-CN' : 'en';
  }

  async #loadEnglish(): Promise<void> {
    this.#loadAfter = Infinity;
    try {
      const texts = await this.#catalogue.en();
      this.#loadAfter = 0;
      if (this.#wantedTextLang === 'en') this.#use('en', texts);
    } catch (error) {
      this.#loadAfter = Date.now() + RETRY_MS;
      console.warn('yuniao: the English texts could not be loaded.', error);
      if (!this.hasTexts) this.#use('zh-CN', this.#catalogue['zh-CN']);
    }
    this.#host.requestUpdate();
  }

  #use(lang: 'en' | 'zh-CN', texts: Messages<FirstKey>): void {
    this.textLang = lang;
    this.#texts = texts as Partial<Messages<Key>>;
  }

  #plural(message: PluralMessage, count: number): string {
    return message[this.#pluralOf(count)] ?? message.other;
  }

  #pluralOf(count: number): Intl.LDMLPluralRule {
    if (PLAIN_DIGITS.test(this.lang)) return this.lang < 'f' && count === 1 ? 'one' : 'other';
    this.#plurals ??= new Intl.PluralRules(this.lang);
    return this.#plurals.select(count);
  }

  #read(): void {
    for (const element of ancestors(this.#host)) {
      const stated = element.getAttribute('lang');
      if (stated) return this.#set(canonicalTag(stated));
    }
    this.#set(DEFAULT_LANG);
  }

  #set(lang: string): void {
    if (lang === this.lang) return;
    this.lang = lang;
    this.#plurals = undefined;
    this.#host.requestUpdate();
  }
}

/** Class for the wrapper of everything: while no text is there it keeps its place, and does not show. */
export function wordless({ hasTexts }: { readonly hasTexts: boolean }): string {
  return hasTexts ? '' : 'wordless';
}
