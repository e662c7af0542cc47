import { html, nothing, svg, type TemplateResult } from 'lit';
import { pickText } from '../../domain/language.js';
import { standingIcon } from './icons.js';
import type { Extras } from './more/extras.js';
import { type KpiLocalizer, type Mark, type Reading, sentenceCase } from './reading.js';
import type { KpiSize, Place, PlaceContext } from './view.js';

/** Bars in the place of text that is on its way. */
const ROOM: TemplateResult = html`<div class="bone"></div>
  <div class="bone"></div>
  <div class="bone"></div>`;

/** How much of a tile is drawn: its room, its figure, or what comes after that too. */
export type Stage = 'room' | 'figure' | 'whole';

/** One tile, as far as it is drawn. A code that the author asked for and the platform does not know is said, not left out. */
export function tile({ code, size }: Place, context: PlaceContext, stage: Stage): TemplateResult {
  if (stage === 'room') return tileWith(ROOM, size, true);
  const reading = context.readings.get(code);
  if (!reading) return tileWith(context.extras?.unknownCode(code), `${size} missing`);
  return tileWith(content(reading, size, context, stage === 'whole'), `${size} ${reading.standing ?? ''}`);
}

/** The same list item from first to last, so that what is drawn in it moves no other. */
function tileWith(inside: unknown, look: string, isHidden = false): TemplateResult {
  return html`<li class="tile ${look}" part="tile" aria-hidden=${isHidden ? 'true' : nothing}>${inside}</li>`;
}

/**
 * What the eye reads, the same in one sentence for assistive technology, and what can be pressed. In a strip and where it
 * is small a tile keeps to the figure and how it stands.
 */
function content(reading: Reading, size: KpiSize, context: PlaceContext, isWhole: boolean): TemplateResult {
  const extras = isWhole ? context.extras : undefined;
  const isBrief = size === 'small' || context.layout === 'compact';
  return html`<p class="sentence"><span lang=${reading.name.lang}>${reading.name.text}</span>${reading.sentence}</p>
    <div class="face" aria-hidden="true">
      <div class="eyebrow" part="eyebrow">
        <span>${eyebrow(reading, context)}</span><span class="marks">${marks(reading.marks, context)}</span>
      </div>
      <div class="name" part="name" lang=${reading.name.lang}>${reading.name.text}</div>
      ${figure(reading, context)} ${progress(reading)} ${goal(reading)}
      ${isBrief ? nothing : more(reading, context.l10n, extras)}
    </div>
    <div class="actions">${extras?.actions(reading)}</div>`;
}

function eyebrow({ indicator: { section }, basis, period }: Reading, { layout, l10n }: PlaceContext): string {
  return [layout === 'board' && pickText(section?.label, l10n.lang)?.text, basis, period].filter(Boolean).join(' · ');
}

function more(reading: Reading, l10n: KpiLocalizer, extras: Extras | undefined): TemplateResult {
  const {
    asOf,
    office,
    source,
    indicator: { observations },
  } = reading;
  const hasTrend = observations.filter(({ value }) => value !== undefined).length > 1;
  return html`<div class="more">
      ${
        hasTrend
          ? html`<div class="plot">${extras?.trend(reading)}</div>
              <div class="change" part="change">${extras?.change(reading)}</div>`
          : nothing
      }
    </div>
    <div class="facts" part="facts">
      ${asOf === '' ? nothing : html`<span>${sentenceCase(asOf)}</span>`}
      ${office ? html`<span lang=${office.lang}>${office.text}</span>` : nothing}
      <span>${l10n.t('kpi.source', { source })}</span>
    </div>`;
}

/** Words that say how far to trust the figure. */
export function marks(list: readonly Mark[], { l10n }: PlaceContext): unknown {
  return list.map((mark) => html`<span class="mark ${mark}" part="mark">${l10n.t(`kpi.mark.${mark}`)}</span>`);
}

/** The figure as people write it. What is not known is a dash and the words for why. */
function figure(reading: Reading, context: PlaceContext): TemplateResult {
  const { figure: known, absence, lastKnown } = reading;
  if (!known)
    return html`<div class="figure" part="figure">
        <span class="number">—</span> <span class="after">${absence}</span>
      </div>
      ${lastKnown === undefined ? nothing : html`<div class="last-known">${lastKnown}</div>`}`;
  return html`<div class="figure" part="figure">
    <bdi dir="ltr"
      >${known.before === '' ? nothing : html`<span class="before">${known.before}</span>`}<span class="number"
        >${context.extras?.movingNumber(reading) ?? known.number}</span
      >${known.after === '' ? nothing : html`<span class="after"><wbr />${known.after}</span>`}</bdi
    >
  </div>`;
}

/** How much of the target is reached, with a notch where the target is once it is exceeded. */
function progress({ progress: { ratio }, percent, lastKnown }: Reading): TemplateResult | typeof nothing {
  if (lastKnown !== undefined) return nothing;
  if (ratio === undefined || percent === undefined) return html`<div class="progress"></div>`;
  const most = Math.max(ratio, 1);
  return html`<div class="progress">
    <svg class="gauge" part="gauge" viewBox="0 0 100 6" preserveAspectRatio="none">
      <rect class="track" width="100" height="6" />
      <rect class="done" width=${Math.max((ratio / most) * 100, 0)} height="6" />
      ${ratio > 1 ? svg`<path class="notch" d="M${100 / most} 0v6" />` : nothing}
    </svg>
    <span>${percent}</span>
  </div>`;
}

/** The target, and in words with a sign of their own how it stands. */
function goal({ standing, standingWord, target }: Reading): TemplateResult {
  return html`<div class="goal">
    <span class="target" part="target">${target}</span>
    ${standing ? html`<span class="standing" part="standing">${standingIcon(standing)}${standingWord}</span>` : nothing}
  </div>`;
}
