import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A text with `{name}` placeholders, or one such text per plural form of `{count}`. */
export type Message = string | PluralMessage;
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Messages<Key extends string> = Readonly<Record<Key, Message>>;
/** Some messages of an element in other words. What is left out keeps the built-in text. */
export type MessageOverrides<Key extends string> = Partial<Messages<Key>>;

/** The texts of an element in the languages that ship with it. */
export interface Catalogue<Key extends string> {
  readonly en: Messages<Key>;
  readonly 'zh-CN': Messages<Key>;
}

/** What the templates need to write in the reader's language. */
export interface Localizer<Key extends string> {
  /** BCP 47 tag of the page around the element. */
  readonly lang: string;
  /** BCP 47 tag of the texts in use: one of those that ship. */
  readonly textLang: string;
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

/** Follows the nearest `lang` attribute, across shadow roots and while it changes, and words things in that language. */
export class LocalizeController<Key extends string> implements ReactiveController, Localizer<Key> {
  lang = DEFAULT_LANG;

  readonly #host: Host<Key>;
  readonly #catalogue: Catalogue<Key>;
  #observer?: MutationObserver;
  #plurals?: Intl.PluralRules;

  constructor(host: Host<Key>, catalogue: Catalogue<Key>) {
    this.#host = host;
    this.#catalogue = catalogue;
    host.addController(this);
  }

  get textLang(): 'en' | 'zh-CN' {
    return this.lang.startsWith('zh') ? 'zh-CN' : 'en';
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

  t(key: Key, params: Readonly<Record<string, string | number>> = {}): string {
    const message = this.#host.messages?.[key] ?? this.#catalogue[this.textLang][key];
    const text = typeof message === 'string' ? message : this.#plural(message, Number(params['count']));
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return typeof value === 'number' ? this.number(value) : (value ?? whole);
    });
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.lang).format(value);
  }

  date(value: string): string {
    const [year = 0, month, day] = value.split('-').map(Number);
    return new Intl.DateTimeFormat(this.textLang, {
      year: 'numeric',
      month: month === undefined ? undefined : 'long',
      day: day === undefined ? undefined : 'numeric',
      timeZone: 'UTC',
    }).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  }

  time(value: string): string {
    return new Intl.DateTimeFormat(this.textLang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
  }

  #plural(message: PluralMessage, count: number): string {
    this.#plurals ??= new Intl.PluralRules(this.lang);
    return message[this.#plurals.select(count)] ?? message.other;
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
