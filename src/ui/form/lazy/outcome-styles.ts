import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .banner.waiting {
    border-color: var(--_edge);
  }
  .banner.waiting > svg {
    color: var(--_muted);
  }
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-block-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .receipt h2 {
    outline: none;
  }
  .receipt h3 {
    margin-block-start: var(--_space);
    font-size: 1em;
  }
  .reference {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .reference strong {
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    user-select: all;
  }
`;
