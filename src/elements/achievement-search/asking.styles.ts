import { css, type CSSResult } from 'lit';

/** Styles of what `asking.templates.ts` draws. */
export const styles: CSSResult = css`
  .form {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) var(--_space);
  }
  .box {
    position: relative;
    flex: 1;
    min-inline-size: 0;
  }
  .box > svg {
    position: absolute;
    inset-block-start: calc(50% - 0.625em);
    inset-inline-start: calc(var(--_space) * 1.5);
    color: var(--_muted);
    pointer-events: none;
  }
  .box input {
    inline-size: 100%;
    block-size: max(2.75em, 44px);
    padding: 0 calc(var(--_space) * 2.5 + 1.25em);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    appearance: none;
    text-overflow: ellipsis;
  }
  .box input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .box input:placeholder-shown {
    padding-inline-end: calc(var(--_space) * 1.5);
  }
  .box input::-webkit-search-cancel-button {
    display: none;
  }
  .box input:focus-visible {
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    inline-size: max(2.75em, 44px);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .clear:hover {
    color: var(--_text);
  }
  .clear:focus-visible {
    outline-offset: -6px;
    border-radius: calc(var(--_radius) + 4px);
  }
  .form .button {
    min-block-size: max(2.75em, 44px);
    white-space: nowrap;
  }
  .help {
    flex-basis: 100%;
    font-size: max(0.875em, 12px);
    color: var(--_muted);
  }
  .help summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }

  .filters {
    min-inline-size: 0;
  }
  .filters-toggle {
    inline-size: 100%;
    justify-content: start;
    text-align: start;
  }
  .filters-toggle .chevron {
    margin-inline-start: auto;
  }
  [aria-expanded='true'] > .chevron {
    transform: rotate(180deg);
  }
  .filters-panel {
    display: none;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-block-start: 0;
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .filters-panel.open {
    display: block;
  }
  .filters-panel > .bone {
    margin-block-end: calc(var(--_space) * 1.75);
  }
  .filters-panel > .bone:nth-child(even) {
    inline-size: 75%;
  }

  .sort {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    font-size: 0.9375em;
  }
  .sort span {
    color: var(--_muted);
    white-space: nowrap;
  }
  .sort select {
    max-inline-size: 100%;
    min-block-size: max(2.25em, 36px);
    padding: 0 calc(var(--_space) / 2) 0 var(--_space);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  @container (inline-size >= 46em) {
    .filters-toggle {
      display: none;
    }
    .filters-panel {
      display: block;
      padding: calc(var(--_space) * 0.625) 0;
      border: 0;
    }
    .form .button {
      padding-inline: calc(var(--_space) * 3);
    }
  }
`;
