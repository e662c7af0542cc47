import { css, type CSSResult } from 'lit';

/** Styles of what `modal.ts` draws. A dialog is as wide as the window lets it, not as the element. */
export const modalStyles: CSSResult = css`
  .modal {
    inset: 0;
    inline-size: min(54em, 100vw - 32px);
    max-inline-size: none;
    max-block-size: min(60em, 100vh - 32px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_text);
    overflow: hidden;
  }
  .modal[open] {
    display: flex;
    flex-direction: column;
  }
  .modal.wide {
    inline-size: min(80em, 100vw - 32px);
  }
  .modal::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .modal-head {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
  }
  .modal-title {
    flex: 1;
    min-inline-size: 0;
    font-size: 1.25em;
    line-height: 1.4;
    outline: none;
    text-wrap: pretty;
    max-block-size: 30vh;
    overflow-y: auto;
  }
  .modal-close {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .modal-close:hover {
    background: var(--_tint);
    color: var(--_text);
  }
  .modal-body {
    flex: 1;
    min-block-size: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3) calc(var(--_space) * 3);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .modal-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .modal-actions .button {
    text-decoration: none;
  }
  @media (max-width: 600px) {
    .modal,
    .modal.wide {
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
    .modal-head,
    .modal-body,
    .modal-actions {
      padding-inline: calc(var(--_space) * 2);
    }
  }
  /* On as many sheets of paper as it takes */
  @media print {
    .modal[open] {
      display: block;
      inset: 0 0 auto;
      inline-size: auto;
      block-size: auto;
      max-block-size: none;
      margin: 0;
      border: 0;
      overflow: visible;
    }
    .modal::backdrop {
      background: #fff;
    }
    .modal * {
      max-block-size: none !important;
      overflow: visible !important;
      -webkit-line-clamp: none !important;
    }
    .modal-close,
    .modal-actions {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .modal {
      border: 1px solid;
    }
  }
`;
