import { css, type CSSResult } from 'lit';

/** Styles of what `state-view.ts` draws, and of placeholders for content that is on its way. */
export const stateStyles: CSSResult = css`
  .notice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: var(--_space);
    padding: calc(var(--_space) * 6) calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    text-align: center;
    color: var(--_muted);
  }
  .notice > p {
    inline-size: 100%;
    max-inline-size: 40em;
    overflow: clip;
  }
  .notice > svg {
    inline-size: 2em;
    block-size: 2em;
  }
  .notice[role='alert'] > svg {
    color: var(--_danger);
  }
  .notice > .button {
    margin-block-start: var(--_space);
    color: var(--_text);
  }
  .notice-title {
    font-size: 1.125em;
    font-weight: 600;
    color: var(--_text);
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_danger);
    border-radius: var(--_radius);
    font-size: 0.9375em;
  }
  .banner > svg {
    color: var(--_danger);
  }
  .banner > p {
    flex: 1 1 16em;
  }
  .bone {
    block-size: 1em;
    border-radius: 3px;
    background: var(--_line);
    opacity: 0.6;
  }
  .stalled .bone {
    animation: breathe 1.6s ease-in-out infinite;
  }
  .idle .bone,
  .loading .bone {
    visibility: hidden;
  }
  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }
`;
