import { css, type CSSResult } from 'lit';

/** A board fills the screen of a hall: its tiles share the height evenly, and their type grows with them. */
export const boardStyles: CSSResult = css`
  /* By name, since a tile of the board is a container too */
  :host {
    container-name: kpi-board;
  }
  :host(:fullscreen) {
    overflow: auto;
  }
  .board {
    min-block-size: var(--yn-kpi-tiles-board-height, 100vh);
    padding: max(2vmin, var(--_space));
    background: var(--_surface);
    font-size: max(1em, 1.5vmin);
  }
  .board .section {
    display: contents;
  }
  .board .all {
    display: flex;
    flex-direction: column;
    min-block-size: calc(var(--yn-kpi-tiles-board-height, 100vh) - 2 * max(2vmin, var(--_space)));
  }
  .board .head {
    margin-block-end: 1em;
  }
  .board .heading {
    font-size: 2em;
  }
  .board .grid {
    gap: 1em;
  }
  .board .tile {
    min-block-size: 0;
    padding: 1em;
    border-radius: calc(var(--_radius) * 2);
  }
  .board .quiet {
    padding-block-end: 0;
  }

  @container kpi-board (inline-size >= 60em) {
    /* Its height depends on no tile: each tile would be set in type twice, small for a trial and as it shows */
    .board .grid {
      flex: 1 0 0;
      min-block-size: calc(var(--_rows, 16) * 11em - 1em);
      grid-template-columns: repeat(var(--_columns), minmax(0, 1fr));
      grid-auto-rows: minmax(0, 1fr);
    }
    /* As large as fits: with the trend beside the figure, a tile is some 20 letters wide and 15 lines high */
    .board .tile {
      container-type: size;
    }
    .board .tile > * {
      font-size: min(4.8cqi, 6.2cqb);
    }
    .board .tile.small > * {
      font-size: min(6cqi, 8cqb);
    }
    .board .eyebrow,
    .board .mark,
    .board .facts,
    .board .ends {
      font-size: 0.85em;
    }
    .board .face {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
      gap: 0.35em 1.5em;
    }
    .board .face > * {
      grid-column: 1 / -1;
    }
    .board .face > .figure {
      grid-area: 3 / 1;
      align-self: center;
    }
    .board .face > .more {
      grid-area: 3 / 2;
      min-block-size: 0;
      align-self: center;
    }
    .board .actions {
      position: absolute;
      inset-block-end: 0.5em;
      inset-inline-end: 1em;
    }
    .board .tile.small .figure {
      grid-column: 1 / -1;
    }
    .board .facts {
      padding-inline-end: 8em;
    }
    .board .tile.large {
      grid-column: auto;
    }
    .board .figure .number {
      font-size: 3.2em;
    }
    .board .plot {
      block-size: 4.25em;
    }
    .board .change {
      min-block-size: 1.6em;
    }
  }
`;
