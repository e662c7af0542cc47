import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .heading {
    margin-block: calc(var(--_space) * 3) var(--_space);
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
  }
  .eyebrow + .heading,
  .ask > .heading {
    margin-block-start: 0;
    font-size: 1.375em;
  }
  .eyebrow,
  small,
  dt,
  .step time {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    max-inline-size: 40em;
  }
  .ask > label {
    margin-block-start: var(--_space);
    font-weight: 500;
  }
  .ask > .button {
    justify-self: start;
  }
  .input {
    inline-size: 100%;
    min-block-size: max(2.5em, 38px);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .fault {
    color: var(--_danger);
    font-size: max(0.875em, 12px);
  }
  .waiting {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 18em;
    align-content: start;
  }
  .again {
    margin-block-start: calc(var(--_space) * 2);
    text-align: center;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_accent);
    background: var(--_tint);
  }
  .standing > strong {
    font-size: 1.25em;
  }
  .standing[data-status='returned'] {
    border-color: var(--_danger);
  }
  .standing[data-status='closed'],
  .standing[data-status='tombstone'] {
    border-color: var(--_edge);
  }
  .note {
    margin-block-start: var(--_space);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 4);
    margin-block: calc(var(--_space) * 2);
  }
  .reference {
    font-family: ui-monospace, Consolas, monospace;
    letter-spacing: 0.02em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .step {
    position: relative;
    padding-inline-start: calc(var(--_space) * 3);
    padding-block-end: calc(var(--_space) * 2);
  }
  .step::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.45em;
    inline-size: 11px;
    block-size: 11px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
  }
  .step:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 5px;
    inset-block: calc(0.45em + 13px) -0.3em;
    inline-size: 1px;
    background: var(--_line);
  }
  .step[aria-current]::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .step-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 1.5);
  }
  .manage {
    margin-block-start: var(--_space);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  .step-note {
    margin-block-start: calc(var(--_space) / 2);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_tint);
    white-space: pre-line;
  }
`;
