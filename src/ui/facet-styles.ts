import { css, type CSSResult } from 'lit';

/** Styles of what `facet-view.ts` draws. */
export const facetStyles: CSSResult = css`
  .facet + .facet,
  .facet + .range,
  .range + .range {
    margin-block-start: calc(var(--_space) * 3);
  }
  .facet-all {
    max-block-size: 24em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .facet legend {
    max-inline-size: 100%;
    overflow: clip;
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
    transform: translateY(0.14em);
  }
  label > [type='checkbox'] {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
    cursor: pointer;
  }
  .facet-label {
    flex: 1;
    min-inline-size: 0;
    overflow: clip;
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
`;
