import { html, type TemplateResult } from 'lit';
import type { Standing } from './reading.js';

/** As in ui/icons.ts: a shape drawn with the pen. */
export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}

/** A circle around what follows. */
export const RING = 'M21 12A9 9 0 1 1 3 12A9 9 0 1 1 21 12';

/** Each standing has a shape of its own, so that colour is never needed to tell them apart. */
const SHAPES: Readonly<Record<Standing, string>> = {
  exceeded: `${RING}M12 16.5v-9M8 11.5l4-4 4 4`,
  better: `${RING}M12 16.5v-9M8 11.5l4-4 4 4`,
  reached: `${RING}M8 12.3l2.8 2.8L16 9.6`,
  'on-track': 'M4 17.5 10 11l3.5 3.5L20 7.5M15 7h5v5',
  behind: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1',
  missed: `${RING}M9 9l6 6M15 9l-6 6`,
  'not-due': `${RING}M12 7v5.3l3.4 2`,
};

export function standingIcon(standing: Standing): TemplateResult {
  return icon(SHAPES[standing]);
}
