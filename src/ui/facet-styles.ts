import { css, type CSSResult } from 'lit';

/** Styles of what `facet-view.ts` draws. */
export const facetStyles: CSSResult = css`
  .facet + .facet {
    margin-block-start: calc(var(--_space) * 3);
  }
  .facet legend {
    margin-block-end: calc(var(--_space) / 2);
    font-weight: 600;
  }
  .facet label {
    display: flex;
    align-items: baseline;
    gap: var(--_space);
    padding-block: calc(var(--_space) / 2);
    border-radius: 4px;
    font-size: 0.9375em;
    line-height: 1.45;
    cursor: pointer;
  }
  .facet label:hover {
    color: var(--_accent);
  }
  .facet input {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
    transform: translateY(0.14em);
    cursor: pointer;
  }
  .facet-label {
    flex: 1;
  }
  .facet-count {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .facet .plain {
    font-size: 0.875em;
    margin-block-start: calc(var(--_space) / 2);
  }
  .chips,
  .chips ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) / 2);
    min-block-size: 30px;
    padding: 2px var(--_space) 2px calc(var(--_space) * 1.5);
    border: 1px solid var(--_accent);
    border-radius: 999px;
    background: var(--_tint);
    font-size: 0.875em;
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_line);
  }
  .chip svg {
    inline-size: 1em;
    block-size: 1em;
  }
  .chips .plain {
    font-size: 0.875em;
  }
`;
