import { css, type CSSResult } from 'lit';

/** Styles of the sign-in, of the queue, and of controls that all parts of the desk use. */
export const styles: CSSResult = css`
  .base {
    --_removed: rgb(200 60 50 / 16%);
    --_added: rgb(20 150 100 / 18%);
    --_gap: calc(var(--_space) * 2);
  }
  .heading-0,
  .heading-1,
  .heading-2,
  .heading-3 {
    font-weight: 600;
    line-height: 1.4;
  }
  .heading-0 {
    font-size: 1.375em;
    outline: none;
  }
  .heading-1 {
    font-size: 1.25em;
    outline: none;
    text-wrap: pretty;
  }
  .heading-2 {
    font-size: 1.0625em;
  }
  .hint,
  .muted {
    color: var(--_muted);
  }
  .hint {
    font-size: max(0.9375em, 13px);
  }
  .problem,
  .warning {
    color: var(--_danger);
  }
  .field {
    display: grid;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
  }
  .field > span,
  .field-label {
    font-size: max(0.9375em, 13px);
    color: var(--_muted);
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: calc(var(--_space) / 2) var(--_space);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  input[type='file'] {
    inline-size: 100%;
    min-inline-size: 0;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    border-width: 2px;
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: var(--_space);
    min-block-size: 28px;
  }
  .check > input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 3px;
  }
  .sign-in {
    display: grid;
    gap: var(--_gap);
    max-inline-size: 30em;
    margin-inline: auto;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 2);
  }
  .sign-in .button {
    justify-self: start;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) var(--_gap);
    padding-block-end: var(--_space);
  }
  .top > .heading-0 {
    flex: 1 1 8em;
  }
  .who-am-i {
    color: var(--_muted);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--_space) var(--_gap);
    padding-block-end: var(--_space);
  }
  .find {
    display: flex;
    flex: 1 1 16em;
    gap: var(--_space);
  }
  .find > input {
    flex: 1;
  }
  .find > .button {
    flex: none;
  }
  .inline {
    flex: 1 1 7em;
    max-inline-size: 14em;
  }
  .statuses {
    display: flex;
    flex-basis: 100%;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 0.75);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    padding: 0 calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: none;
    cursor: pointer;
  }
  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .chip svg,
  .status svg,
  .suspect svg {
    inline-size: 16px;
    block-size: 16px;
  }
  svg .solid {
    fill: currentColor;
  }
  .status,
  .suspect {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .status[data-status='submitted'],
  .status[data-status='published'] {
    color: var(--_accent);
    font-weight: 600;
  }
  .status[data-status='closed'],
  .status[data-status='tombstone'] {
    color: var(--_muted);
  }
  .suspect {
    color: var(--_danger);
  }
  .list-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) var(--_gap);
    padding-block: calc(var(--_space) / 2);
    color: var(--_muted);
  }
  .list-bar > p {
    flex: 1 1 6em;
  }
  .list-bar > .button {
    color: var(--_text);
  }
  .bones {
    display: grid;
    gap: var(--_gap);
    padding-block: var(--_gap);
  }
  .rows {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .rows th,
  .rows td {
    padding: var(--_space);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .rows th {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
    font-weight: 400;
    white-space: nowrap;
  }
  .cell-status,
  .cell-kind,
  .cell-age {
    white-space: nowrap;
  }
  .cell-title {
    inline-size: 40%;
  }
  .row {
    cursor: pointer;
  }
  .row:hover,
  .row.selected {
    background: var(--_tint);
  }
  .row.selected > td:first-child {
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  :host(:dir(rtl)) .row.selected > td:first-child {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .row.arrived .reference::after {
    content: ' ●';
    color: var(--_accent);
  }
  .open {
    color: var(--_text);
    font-weight: 600;
    line-height: 1.5;
  }
  .reference {
    display: inline-block;
    color: var(--_muted);
    font-size: max(0.875em, 12px);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) var(--_gap);
    padding-block: var(--_gap);
    color: var(--_muted);
  }
  .foot > .button {
    color: var(--_text);
  }
  .banner {
    margin-block: var(--_space);
  }
  .form-buttons,
  .row-buttons,
  .step-buttons,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  /* Cards: where there is little room, and beside an open submission */
  @container (max-width: 699px) {
    .rows,
    .rows tbody {
      display: block;
    }
    .rows thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 2px calc(var(--_space) * 1.5);
      padding: var(--_space);
      border-block-end: 1px solid var(--_line);
      content-visibility: auto;
      contain-intrinsic-size: auto 96px;
    }
    .rows .row > td {
      padding: 0;
      border: 0;
    }
    .rows .row > .cell-title {
      flex-basis: 100%;
      order: -1;
      inline-size: auto;
    }
    .inline {
      flex-basis: 5em;
      max-inline-size: none;
    }
    .row.selected > td:first-child {
      box-shadow: none;
    }
    .row.selected {
      box-shadow: inset 3px 0 0 var(--_accent);
    }
    .desk.split > .queue {
      display: none;
    }
    .top > .who-am-i {
      flex-basis: 100%;
    }
    .top > .button {
      flex: 1;
    }
  }
  @container (min-width: 700px) and (max-width: 999px) {
    .desk.split > .queue {
      display: none;
    }
  }
  @container (min-width: 1000px) {
    .desk.split {
      display: grid;
      grid-template-columns: minmax(300px, 26em) minmax(0, 1fr);
      align-items: start;
      gap: calc(var(--_space) * 3);
    }
    .desk.split > .queue {
      position: sticky;
      inset-block-start: 0;
      max-block-size: var(--yn-review-desk-height, 100vh);
      overflow-y: auto;
      overscroll-behavior: contain;
      padding: 2px;
    }
    .desk.split .rows,
    .desk.split .rows tbody {
      display: block;
    }
    .desk.split .rows thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .desk.split .row {
      display: flex;
      flex-wrap: wrap;
      gap: 2px calc(var(--_space) * 1.5);
      padding: var(--_space);
      border-block-end: 1px solid var(--_line);
      content-visibility: auto;
      contain-intrinsic-size: auto 96px;
    }
    .desk.split .row > td {
      padding: 0;
      border: 0;
    }
    .desk.split .row > .cell-title {
      flex-basis: 100%;
      order: -1;
      inline-size: auto;
    }
    .desk.split .row.selected > td:first-child {
      box-shadow: none;
    }
    .desk.split .row.selected {
      box-shadow: inset 3px 0 0 var(--_accent);
    }
    .desk.split .inline {
      flex-basis: 5em;
    }
    .desk.split .back {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .chip[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .top,
    .desk.split > .queue {
      display: none !important;
    }
    .desk.split {
      display: block !important;
    }
  }
`;
