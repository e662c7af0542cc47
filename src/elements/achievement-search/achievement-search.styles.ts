import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .form {
    display: flex;
    gap: var(--_space);
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

  .layout {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }
  .results-area {
    position: relative;
    min-inline-size: 0;
    outline: none;
    scroll-margin-block: calc(var(--_space) * 2);
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
    transition: transform 0.15s;
  }
  .filters-toggle[aria-expanded='true'] .chevron {
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

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: max(2.25em, 36px);
    margin-block-end: var(--_space);
  }
  .count {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
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
  .chips,
  .banner {
    margin-block-end: calc(var(--_space) * 1.5);
  }

  .refreshing .results-area::before {
    content: '';
    position: absolute;
    inset-block-start: calc(var(--_space) * -1);
    inset-inline: 0;
    block-size: 3px;
    border-radius: 3px;
    background: var(--_accent);
    opacity: 0;
    animation: wait 1.4s 0.25s ease-in-out infinite;
  }
  @keyframes wait {
    from {
      opacity: 1;
      clip-path: inset(0 100% 0 0);
    }
    50% {
      clip-path: inset(0);
    }
    to {
      opacity: 1;
      clip-path: inset(0 0 0 100%);
    }
  }
  .result {
    display: grid;
    gap: calc(var(--_space) / 2);
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .skeleton .bone:first-child {
    inline-size: 60%;
    block-size: 1.25em;
  }
  .skeleton .bone:last-child {
    inline-size: 40%;
  }
  .skeleton .result {
    gap: calc(var(--_space) * 1.75);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .title a {
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .snippet {
    max-inline-size: 48em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .benefit {
    color: var(--_text);
  }
  .snippet mark {
    color: var(--_text);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    font-size: max(0.875em, 12px);
    color: var(--_muted);
  }
  .tag {
    padding: 0 calc(var(--_space) * 0.75);
    border-radius: 4px;
    background: var(--_tint);
    color: var(--_text);
  }
  .divider {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding-block: var(--_space);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .divider::before,
  .divider::after {
    content: '';
    flex: 1;
    min-inline-size: calc(var(--_space) * 2);
    border-block-start: 1px dashed var(--_edge);
  }
  .divider + .results > :first-child > .result {
    border: 0;
    padding-block-start: var(--_space);
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    padding-block: var(--_space);
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
  }

  @container (inline-size >= 46em) {
    .layout {
      grid-template-columns: minmax(12em, 15em) minmax(0, 1fr);
      gap: calc(var(--_space) * 4);
    }
    .layout > :only-child {
      grid-column: 1 / -1;
    }
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
