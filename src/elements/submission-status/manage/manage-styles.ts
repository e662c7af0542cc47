import { css, type CSSResult } from 'lit';

/** Styles of what a submitter can do. */
export const manageStyles: CSSResult = css`
  .consent {
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .consent-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
  }
  .quiet {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }
  .manage-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  .question {
    margin-block-start: var(--_space);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid var(--_danger);
    border-radius: var(--_radius);
  }
  .question > p:first-child {
    font-weight: 600;
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .outcome:not(:empty) {
    margin-block-start: var(--_space);
  }
`;
