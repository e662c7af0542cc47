import { css, type CSSResult } from 'lit';

/** Styles of one submission and of the panels over it. */
export const detailStyles: CSSResult = css`
  .detail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    padding-block-end: calc(var(--_space) * 3);
  }
  .back {
    justify-self: start;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 2px calc(var(--_space) * 2);
    color: var(--_muted);
  }
  .detail .banner {
    margin: 0;
  }
  .banner .words {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .detail > section,
  .parts > section,
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space);
    min-inline-size: 0;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .steps {
    border-color: var(--_accent) !important;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .private {
    background: var(--_tint);
  }
  .public-title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr));
    gap: calc(var(--_space) * 1.25) calc(var(--_space) * 2);
  }
  .facts > div {
    min-inline-size: 0;
  }
  .facts > .long {
    grid-column: 1 / -1;
  }
  .facts dt {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }
  .text {
    white-space: pre-line;
  }
  .line {
    display: block;
  }
  .items {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .items.plain-items {
    padding: 0;
    list-style: none;
  }
  .plain-items > li + li {
    margin-block-start: var(--_space);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .in-language + .in-language {
    margin-block-start: calc(var(--_space) / 2);
  }
  .language {
    margin-inline-end: var(--_space);
    padding: 0 6px;
    border: 1px solid var(--_line);
    border-radius: 3px;
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
  }
  .withdrawn > strong {
    text-decoration: line-through;
  }
  .step-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 46em;
    padding-block-start: var(--_space);
  }
  .step-form input[type='date'] {
    max-inline-size: 14em;
  }
  .button[aria-expanded='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }
  .public-warning {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_danger);
    background: var(--_tint);
  }
  .blocked {
    color: var(--_muted);
    font-size: max(0.9375em, 13px);
  }
  .outcome:empty {
    display: none;
  }
  .history > li {
    display: grid;
    grid-template-columns: minmax(0, 11em) minmax(0, 1fr);
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) / 2);
  }
  .history > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .when {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .who {
    font-weight: 600;
  }
  .note {
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_line);
    white-space: pre-line;
  }
  @container (min-width: 700px) and (max-width: 999px) {
    .parts {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @container (min-width: 1200px) {
    .parts {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @container (max-width: 499px) {
    .history > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .detail > section,
    .parts > section,
    .panel {
      padding: calc(var(--_space) * 1.5);
    }
  }
  @media print {
    .back,
    .tools,
    .steps,
    .panel,
    .row-buttons,
    .detail button,
    .detail .banner {
      display: none !important;
    }
    .detail > section,
    .parts > section {
      border: 0;
      padding: 0;
      break-inside: avoid;
    }
    .private {
      background: none;
    }
  }
`;
