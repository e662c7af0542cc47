import { css, type CSSResult } from 'lit';

/** Styles of the editor of a draft. */
export const editStyles: CSSResult = css`
  .edit-form {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .edit-field {
    display: grid;
    gap: var(--_space);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .edit-legend {
    font-weight: 600;
  }
  .edit-item {
    display: flex;
    align-items: flex-start;
    gap: var(--_space);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_line);
  }
  .edit-item-fields {
    display: grid;
    flex: 1;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .edit-item > .plain {
    min-inline-size: 28px;
    text-align: center;
    font-size: 1.25em;
    line-height: 1;
  }
  .clash {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_danger);
    background: var(--_tint);
  }
`;
