import { css, type CSSResult } from 'lit';

/** Styles of the list of files. */
export const attachmentsStyles: CSSResult = css`
  .files {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .files-add {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .files-add.over {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .files-add > .button:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .files-hint,
  .file-state {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 1.5);
    align-items: center;
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .file-name {
    overflow-wrap: anywhere;
  }
  .file-actions {
    display: flex;
    gap: calc(var(--_space) * 1.5);
  }
  .file > progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 6px;
    accent-color: var(--_accent);
  }
  .file-state {
    grid-column: 1 / -1;
  }
  .file-state.refused {
    color: var(--_danger);
  }
`;
