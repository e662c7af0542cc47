import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    margin-block-end: calc(var(--_space) * 2);
  }
  .heading {
    font-size: 1.25em;
  }
  .heading,
  .section-title,
  .name {
    font-weight: 600;
    line-height: 1.4;
  }
  .section + .section {
    margin-block-start: calc(var(--_space) * 4);
  }
  .section-title {
    margin-block-end: calc(var(--_space) * 1.5);
    font-size: 1.125em;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: calc(var(--_space) * 2);
  }
  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: var(--_space);
    min-inline-size: 0;
    min-block-size: 21.5em;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .tile.small,
  .compact .tile {
    min-block-size: 14.125em;
  }
  /* English names take more lines */
  .tile.small:where(:lang(en)),
  .compact .tile:where(:lang(en)) {
    min-block-size: 18em;
  }
  /* Over the whole tile, so that a finger that explores the screen finds it anywhere; never seen, never copied */
  .sentence {
    position: absolute;
    inset: 0;
    overflow: hidden;
    opacity: 0;
    pointer-events: none;
    user-select: none;
  }
  .tile.missing {
    justify-content: start;
  }
  .face {
    display: grid;
    gap: calc(var(--_space) / 2);
  }
  .eyebrow {
    display: flex;
    align-items: baseline;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space);
    min-block-size: 1.8em;
    font-size: max(0.8125em, 12px);
  }
  .marks {
    display: flex;
    flex: none;
    gap: calc(var(--_space) / 2);
  }
  .mark {
    padding: 0 calc(var(--_space) * 0.75);
    border-radius: 4px;
    background: var(--_tint);
    color: var(--_text);
    font-weight: 400;
    white-space: nowrap;
  }
  .mark.sample {
    border: 1px dashed var(--_edge);
    background: none;
  }
  .figure {
    word-break: keep-all;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .figure .number {
    font-size: 2.25em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .figure .before {
    margin-inline-end: 0.35em;
  }
  .figure .after {
    margin-inline-start: 0.3em;
  }
  .last-known,
  .goal,
  .change {
    font-size: 0.9375em;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 1.5em;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .gauge {
    flex: 1;
    block-size: 6px;
    border-radius: 3px;
    overflow: hidden;
    stroke: none;
  }
  .gauge .track {
    fill: var(--_line);
  }
  .gauge .done {
    fill: var(--_accent);
  }
  .gauge .notch {
    stroke: var(--_surface);
    stroke-width: 3px;
    stroke-linecap: butt;
    vector-effect: non-scaling-stroke;
  }
  .missed .gauge .done,
  .behind .gauge .done {
    fill: var(--_danger);
  }
  .goal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space);
  }
  .standing {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    color: var(--_accent);
    font-weight: 600;
    vertical-align: bottom;
    word-break: keep-all;
  }
  .standing svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    stroke-width: 2.25;
  }
  .not-due .standing {
    color: inherit;
  }
  .missed .standing,
  .behind .standing {
    color: var(--_danger);
  }
  .more {
    display: grid;
    gap: calc(var(--_space) / 2);
    min-block-size: 3.5em;
    align-content: start;
  }
  /* Room for what comes a moment later */
  .plot {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    gap: 3px;
    block-size: 3.75em;
    padding-block-start: 3px;
  }
  .change {
    min-block-size: 1.6em;
  }
  .change:lang(en) {
    min-block-size: 3.2em;
  }
  .eyebrow,
  .before,
  .after,
  .last-known,
  .change,
  .facts,
  .quiet {
    color: var(--_muted);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    font-size: max(0.8125em, 12px);
  }
  .actions {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    align-items: center;
    min-block-size: 28px;
    font-size: max(0.875em, 12px);
  }
  .compact .grid {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: 0;
    border-block: 1px solid var(--_line);
  }
  .compact .tile {
    border: 0;
    border-inline-start: 1px solid var(--_line);
    border-radius: 0;
    background: none;
  }
  .compact .figure .number {
    font-size: 1.5em;
  }
  .quiet {
    padding-block: var(--_space);
    font-size: max(0.8125em, 12px);
  }
  .banner {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  /* Here, so that placeholders keep their size when the code of the table comes */
  .table {
    font-size: 0.9375em;
  }
  /* A row of the table, whose cells stand one below the other where it is narrow */
  .table .skeleton {
    grid-template-columns: minmax(0, 1fr);
    gap: 1px;
    padding-block-start: 3em;
  }
  .table .skeleton .bone {
    block-size: 19em;
  }
  .tile .bone:last-child {
    inline-size: 60%;
  }
  .idle .tile,
  .loading .skeleton .tile {
    visibility: hidden;
  }

  @container (inline-size >= 36em) {
    .tile.large {
      grid-column: span 2;
      min-block-size: 24.375em;
    }
    .tile.large .figure .number {
      font-size: 3em;
    }
    .tile.large .plot {
      block-size: 5.75em;
    }
  }
  @container (inline-size >= 70em) {
    .table .skeleton {
      padding-block-start: 5.5em;
    }
    .table .skeleton .bone {
      block-size: 4.625em;
    }
  }
`;
