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
  }
  .board .head {
    margin-block-end: 1em;
  }
  .board .heading {
    font-size: 2em;
  }
  .board .grid {
    gap: 0.75em;
  }
  .board .tile {
    min-block-size: 0;
    padding: 1em;
    border-radius: calc(var(--_radius) * 2);
  }

  /* On paper the tiles stand as they do without a board */
  @media screen {
    .board {
      min-block-size: var(--yn-kpi-tiles-board-height, 100vh);
    }
    .board .all {
      min-block-size: calc(var(--yn-kpi-tiles-board-height, 100vh) - 2 * max(2vmin, var(--_space)));
    }
    @container kpi-board (inline-size >= 60em) {
      /* Its height depends on no tile: each tile would be set in type twice, small for a trial and as it shows */
      .board .grid {
        flex: 1 0 0;
        min-block-size: calc(var(--_rows, 16) * max(12em, 30em - 21cqi) - 0.75em);
        grid-template-columns: repeat(var(--_columns), minmax(0, 1fr));
        grid-auto-rows: minmax(0, 1fr);
      }
      /* Each text has a most of lines, and the drawing what they leave of the height: nothing runs out of a tile */
      .board .tile {
        container-type: size;
        display: grid;
        grid-column: auto;
        grid-template: auto auto minmax(0, 1fr) / minmax(min-content, 1.3fr) minmax(0, 1fr);
        gap: 0.2em 1em;
        overflow: hidden;
        line-height: 1.3;
      }
      .board .small {
        gap: 0.2em;
        padding: 0.4em 0.6em;
        grid-template-columns: minmax(0, 1fr) auto;
        line-height: 1.2;
      }
      .board .face,
      .board .small .goal {
        display: contents;
      }
      .board .tile > *,
      .board .face > * {
        grid-column: 1 / -1;
      }
      /* As large as those lines allow: Chinese takes fewer than English */
      .board .tile > * {
        font-size: min(4.4cqi, 5cqb);
      }
      .board .small > * {
        font-size: max(12px, min(7cqi, 6.8cqb));
      }
      .board .tile > :lang(zh) {
        font-size: min(5.2cqi, 6cqb);
      }
      .board .small > :lang(zh) {
        font-size: max(12px, min(7cqi, 8cqb));
      }
      .board .eyebrow {
        display: flow-root;
        min-block-size: 0;
      }
      .board .marks {
        float: right;
      }
      .board .name,
      .board .target,
      .board .facts {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-height: inherit;
      }
      .board .small .name {
        -webkit-line-clamp: 3;
      }
      .board .figure,
      .board bdi {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: 0.3em;
        line-height: 1.15;
      }
      .board .face > .figure {
        grid-area: 3 / 1;
        align-self: center;
      }
      .board .small .figure,
      .board .small bdi {
        grid-column-end: -1;
        flex-wrap: nowrap;
        align-items: last baseline;
      }
      .board .tile .figure .number {
        font-size: 3.2em;
        white-space: nowrap;
      }
      .board .small .figure .number {
        font-size: 2.2em;
      }
      .board .figure span {
        margin: 0;
      }
      .board .face > .more {
        grid-area: 3 / 2;
        grid-template-rows: minmax(0, 7em) auto;
        min-block-size: 0;
        align-content: center;
      }
      .board .more .plot {
        block-size: auto;
      }
      .board .goal {
        flex-wrap: nowrap;
      }
      .board .small .target {
        grid-area: 5 / 1 / auto / -1;
      }
      .board .small .standing,
      .board .face > .facts {
        grid-area: 6 / 1;
        align-self: center;
        white-space: normal;
      }
      .board .facts span {
        display: inline;
        margin-inline-end: 1em;
      }
      .board .tile > .actions {
        grid-area: 6 / 2;
        place-self: end;
        margin-block: min(0px, 0.6em - 14px);
      }
      .board .small .details svg {
        display: none;
      }
    }
  }
`;
