import { css, type CSSResult } from 'lit';

/** How asking and answering stand to each other. */
export const styles: CSSResult = css`
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
  @container (inline-size >= 46em) {
    .layout {
      grid-template-columns: minmax(12em, 15em) minmax(0, 1fr);
      gap: calc(var(--_space) * 4);
    }
    .layout > :only-child {
      grid-column: 1 / -1;
    }
  }
`;
