import { css, type CSSResult } from 'lit';

/** Styles of what `more-part.ts` draws. What is far from the window is neither laid out nor painted. */
export const moreStyles: CSSResult = css`
  .slice {
    content-visibility: auto;
    contain-intrinsic-size: auto 160em;
  }
`;
