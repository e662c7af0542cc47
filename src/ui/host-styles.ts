import { css, type CSSResult } from 'lit';

/** What every visible element shares: box, type, native controls, focus ring, and the reader's own display settings. */
export const hostStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .base {
    color: var(--_text);
    font: normal max(1em, 14px) / 1.6 var(--_font);
    letter-spacing: normal;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-spacing: normal;
    overflow-wrap: anywhere;
  }
  .wordless {
    visibility: hidden;
  }
  :host([appearance]) .base {
    background: var(--_surface);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ol,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  input,
  button,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  input[type='checkbox'] {
    accent-color: var(--_accent);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-block-size: max(2.25em, 36px);
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .button:hover {
    background: var(--_tint);
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    filter: brightness(0.94);
  }
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: none;
    color: var(--_muted);
    cursor: default;
  }
  .plain {
    min-block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    cursor: pointer;
  }
  .plain:hover {
    text-decoration: underline;
  }
  a {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  mark {
    background: var(--_mark);
    color: inherit;
    border-radius: 2px;
  }
  .visually-hidden:not(:focus):not(:active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  /* Ink on white, and no buttons. A dialog that is open is what its reader prints: all of it, nothing from behind it */
  @media print {
    .base {
      color-scheme: light;
      background: var(--_surface);
    }
    .button {
      display: none;
    }
    :has(> :modal) > :not(:modal) {
      display: none;
    }
    :modal {
      position: absolute;
      max-block-size: none;
      margin: 0;
      overflow: visible;
    }
    :modal::backdrop {
      background: #fff;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
