// Stands in for Lit's css-tag.js in the bundle that pages load: that one also guards style sheets against what a page's
// author might write into them, and serves browsers and sheets that this library never meets. A test compares both.

const root: typeof globalThis & { readonly litNonce?: string } = globalThis;

/** Whether sheets can be shared among shadow roots: not in some sandboxes of pages that are made of several. */
export const supportsAdoptingStyleSheets: boolean =
  'adoptedStyleSheets' in Document.prototype && 'replace' in CSSStyleSheet.prototype;

/** A style sheet, made when it is first adopted. */
export class CSSResult {
  readonly cssText: string;
  #sheet?: CSSStyleSheet;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet | undefined {
    if (!supportsAdoptingStyleSheets || this.#sheet) return this.#sheet;
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(this.cssText);
    return this.#sheet;
  }

  toString(): string {
    return this.cssText;
  }
}

export function css(strings: TemplateStringsArray, ...values: readonly unknown[]): CSSResult {
  return new CSSResult(String.raw({ raw: strings }, ...values));
}

export function unsafeCSS(text: unknown): CSSResult {
  return new CSSResult(String(text));
}

/** Gives `into` these styles: in place of the sheets that it has, or as elements at its end where it takes no sheets. */
export function adoptStyles(into: ShadowRoot, styles: readonly CSSResult[]): void {
  if (supportsAdoptingStyleSheets) into.adoptedStyleSheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  else
    for (const { cssText } of styles) {
      const style = document.createElement('style');
      if (root.litNonce !== undefined) style.setAttribute('nonce', root.litNonce);
      style.textContent = cssText;
      into.append(style);
    }
}

export function getCompatibleStyle(style: CSSResult): CSSResult {
  return style;
}
