import { css, type CSSResult } from 'lit';

/** Styles of what `compare-part.ts` draws. */
export const compareStyles: CSSResult = css`
  .compare-bar {
    position: sticky;
    inset-block-end: var(--_space);
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 2px 12px rgb(0 0 0 / 18%);
  }
  .compare-bar p {
    flex: 1 1 12em;
  }
  .compare-bar .hint {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .comparison {
    inline-size: min(80em, 100vw - 32px);
  }
  .comparison .modal-body {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
  }
  .differences {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 28px;
    cursor: pointer;
  }
  .compare-scroll {
    flex: 1;
    min-block-size: 12em;
    overflow: auto;
  }
  .compare-table {
    inline-size: 100%;
    min-inline-size: 37em;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-size: 0.9375em;
  }
  .compare-table.of-3 {
    min-inline-size: 51em;
  }
  .compare-table.of-4 {
    min-inline-size: 65em;
  }
  .compare-table > * > tr > * {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .compare-table > thead > tr > th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    font-weight: 600;
  }
  .compare-table > * > tr > .aspect {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: 9em;
    border-inline-end: 1px solid var(--_line);
    color: var(--_muted);
  }
  .compare-table > thead > tr > .aspect {
    z-index: 3;
  }
  .compare-table > * > .differs > .aspect {
    border-inline-start: 3px solid var(--_accent);
    color: var(--_text);
  }
  .compare-table > * > tr > .compare-group {
    background: var(--_tint);
    font-weight: 600;
  }
  .compare-group > span {
    position: sticky;
    inset-inline-start: calc(var(--_space) * 1.5);
  }
  .compare-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
  }
  .compare-title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .compare-head .modal-close {
    inline-size: 28px;
    block-size: 28px;
  }
  .difference {
    color: var(--_accent);
    font-weight: 700;
  }
  .compare-table .text {
    display: block;
    max-block-size: 20em;
    overflow-y: auto;
  }
  @media print {
    .differences,
    .compare-bar {
      display: none;
    }
    .compare-table[class] {
      min-inline-size: 0;
    }
  }
  @media (max-width: 600px) {
    .comparison {
      inline-size: 100vw;
    }
    .compare-table > * > tr > .aspect {
      inline-size: 7em;
    }
  }
`;
