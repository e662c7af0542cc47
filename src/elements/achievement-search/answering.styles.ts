import { css, type CSSResult } from 'lit';

/** Styles of what `answering.templates.ts` and `result.ts` draw. */
export const styles: CSSResult = css`
  .toolbar {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: max(2.25em, 36px);
    margin-block-end: var(--_space);
  }
  /* As wide as in most answers, so that nothing beside it moves when it comes */
  .count {
    flex: 1 0 7em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
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
    50% {
      opacity: 1;
    }
  }
  .result {
    position: relative;
    display: grid;
    gap: calc(var(--_space) / 2);
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
    contain-intrinsic-size: auto 6em;
  }
  .later,
  .skeleton .result {
    block-size: 8em;
  }
  .results-area > .results > :nth-child(n + 7) > .result {
    content-visibility: auto;
    overflow-clip-margin: 8px;
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
    font-size: 0.9375em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    font-size: max(0.875em, 12px);
  }
  .compare {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: calc(var(--_space) / 2);
    min-block-size: 24px;
    font-size: max(0.875em, 12px);
    cursor: pointer;
  }
  :host([layout='compact']) .result {
    gap: 0;
    padding-block: var(--_space);
    contain-intrinsic-size: auto 3.5em;
  }
  :host([layout='compact']) .title {
    font-size: 1em;
  }
  .tag {
    padding: 0 calc(var(--_space) * 0.75);
    border-radius: 4px;
    background: var(--_tint);
  }
  .snippet,
  .facts,
  .compare,
  .divider,
  .quiet {
    color: var(--_muted);
  }
  .benefit,
  .snippet mark,
  .tag {
    color: var(--_text);
  }
  .divider {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding-block: var(--_space);
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
  @container (inline-size >= 30em) {
    .result {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .result > * {
      grid-column: 1 / -1;
    }
    .result > .facts {
      grid-column: 1;
    }
    .result > .compare {
      grid-column: 2;
      align-self: end;
      margin-inline-start: calc(var(--_space) * 2);
    }
  }
  .quiet {
    padding-block: var(--_space);
    font-size: max(0.8125em, 12px);
  }
`;

/** On paper: what was asked and what was found, and none of what one asks with. */
export const paperStyles: CSSResult = css`
  @media print {
    .layout {
      display: block;
    }
    .clear,
    .help,
    .filters,
    .sort,
    .export,
    .compare {
      display: none;
    }
    .box:has(:placeholder-shown) {
      display: none;
    }
    .result {
      break-inside: avoid;
    }
  }
`;
