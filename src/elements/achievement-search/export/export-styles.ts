import { css, type CSSResult } from 'lit';

/** Styles of what `export-part.ts` draws. */
export const exportStyles: CSSResult = css`
  .export-menu {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    z-index: 2;
    inline-size: max-content;
    max-inline-size: min(22em, 100%);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
  }
  .export-menu a,
  .export-menu .plain {
    display: flex;
    align-items: center;
    min-block-size: 36px;
    font-size: 0.9375em;
    text-decoration: none;
  }
  .export-menu a:hover {
    text-decoration: underline;
  }
  .export-menu .quiet {
    padding-block-end: 0;
  }
  .copy-by-hand {
    display: grid;
    gap: calc(var(--_space) / 2);
    font-size: 0.9375em;
  }
  .copy-by-hand input {
    min-inline-size: 0;
    padding: calc(var(--_space) / 2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;
