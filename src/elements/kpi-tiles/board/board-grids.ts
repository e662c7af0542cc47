import { type CSSResult, unsafeCSS } from 'lit';

/** Columns and rows as styles can count with them; a board of more rows has smaller tiles. */
export const grids: CSSResult = unsafeCSS(
  Array.from({ length: 16 }, (_, index) => index + 1)
    .map((n) => `[data-grid^='${n}x']{--_columns:${n}}[data-grid$='x${n}']{--_rows:${n}}`)
    .join(''),
);
