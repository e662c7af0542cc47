import * as lits from 'lit';
import { describe, expect, it } from 'vitest';
import * as ours from '../../src/embed/css-tag.js';

const inner = 'color: red;';

/** A sheet put together in every way that the sources use. */
function sheetBy({ css, unsafeCSS }: Pick<typeof lits, 'css' | 'unsafeCSS'>): lits.CSSResult {
  return css`
    :host {
      content: '\201C';
      ${unsafeCSS(inner)}
    }
    ${css`
      p {
        margin: ${0}px;
      }
    `}
  `;
}

describe('the style sheets of the page bundle', () => {
  it("say the same as Lit's", () => {
    const [page, lit] = [sheetBy(ours as unknown as typeof lits), sheetBy(lits)];
    expect(page.cssText).toBe(lit.cssText);
    expect(String(page)).toBe(String(lit));
    const rules = ({ styleSheet }: lits.CSSResult): string[] => [...styleSheet!.cssRules].map((rule) => rule.cssText);
    expect(rules(page)).toEqual(rules(lit));
  });

  it('are made once, and shared among shadow roots', () => {
    const style = ours.css`p { color: red }`;
    const [one, other] = [1, 2].map(() => document.createElement('div').attachShadow({ mode: 'open' }));
    ours.adoptStyles(one!, [style]);
    ours.adoptStyles(other!, [style]);
    expect(one!.adoptedStyleSheets).toEqual(other!.adoptedStyleSheets);
    expect(one!.adoptedStyleSheets).toHaveLength(1);
  });
});
