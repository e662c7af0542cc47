import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .similar,
  .quality {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9375em;
  }
  .similar {
    margin-block-start: var(--_space);
  }
  .similar ul,
  .quality ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .quality p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
  }
  .quality li {
    color: var(--_muted);
  }
  meter {
    inline-size: 7em;
    block-size: 1em;
  }
`;
