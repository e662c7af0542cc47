import { adoptStyles, type CSSResult, type ReactiveElement } from 'lit';
import type { PartTexts } from './localize-controller.js';

/** A part of an element that is fetched when it is first needed, with its own texts and styles. */
export interface ElementPart {
  readonly texts: PartTexts<string>;
  readonly styles: CSSResult;
}

/** Takes up the texts of a part. */
export interface TextTaker {
  add(texts: PartTexts<string>): void;
}

/**
 * Fetches a part of an element once. Where it does not come the element works without it, and the next need tries
 * again. The part's modules stand in `ui/lazy/` or in a folder of their own beside the element, so that the build gives
 * them a file of their own.
 */
export class LazyPart<Part extends ElementPart> {
  readonly #host: ReactiveElement;
  readonly #l10n: TextTaker;
  readonly #import: () => Promise<Part>;
  #loading?: Promise<Part | undefined> | undefined;
  #part?: Part;

  constructor(host: ReactiveElement, l10n: TextTaker, load: () => Promise<Part>) {
    this.#host = host;
    this.#l10n = l10n;
    this.#import = load;
  }

  /** The part, once it is there. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** Fetches the part if need be; `undefined` where it cannot be had. Never rejects. */
  async load(): Promise<Part | undefined> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch(): Promise<Part | undefined> {
    try {
      const part = await this.#import();
      this.#l10n.add(part.texts);
      addStyles(this.#host.renderRoot as ShadowRoot, part.styles);
      this.#part = part;
      this.#host.requestUpdate();
      return part;
    } catch (error) {
      console.warn('yuniao: a part could not be loaded.', error);
      this.#loading = undefined;
      return undefined;
    }
  }
}

/** Lit's own way puts new sheets in the place of those that are there. */
function addStyles(root: ShadowRoot, styles: CSSResult): void {
  const { styleSheet } = styles;
  if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  else adoptStyles(root, [styles]);
}
