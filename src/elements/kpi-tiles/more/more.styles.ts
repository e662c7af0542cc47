import { css, type CSSResult } from 'lit';

/** What comes a moment after the figures, and what a first look at tiles on a screen does without: paper. */
export const moreStyles: CSSResult = css`
  .trend {
    inline-size: 100%;
    block-size: 100%;
    stroke: none;
    overflow: visible;
  }
  .trend .bar {
    fill: var(--_accent);
    opacity: 0.4;
  }
  .trend .last {
    opacity: 1;
  }
  .trend path {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .trend .dot {
    stroke-width: 7px;
  }
  .trend .gap {
    stroke: var(--_edge);
    stroke-width: 1.5px;
    stroke-dasharray: 1.5 4;
  }
  .trend .aim {
    stroke: var(--_edge);
    stroke-width: 1px;
    stroke-dasharray: 4 3;
  }
  .ends {
    direction: ltr;
    display: flex;
    justify-content: space-between;
    color: var(--_muted);
    font-size: max(0.75em, 12px);
    line-height: 1.3;
  }
  /* The dialog has all of it */
  .facts span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .details {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
  }
  .actions a {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    text-underline-offset: 0.2em;
  }

  @media print {
    .actions {
      display: none;
    }
    .tile,
    tr {
      break-inside: avoid;
    }
    .section-title {
      break-after: avoid;
    }
    .base .tile {
      min-block-size: 0;
    }
    .facts span {
      display: inline;
    }
    .gauge rect,
    .trend * {
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .gauge,
    .mark {
      border: 1px solid CanvasText;
    }
    .gauge .track {
      fill: Canvas;
    }
    .tile .gauge .done,
    .trend .bar {
      fill: CanvasText;
    }
    .trend path {
      stroke: CanvasText;
    }
  }
`;
