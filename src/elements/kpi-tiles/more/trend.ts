import { nothing, svg, html, type TemplateResult } from 'lit';
import type { Observation } from '../../../domain/indicator.js';
import { firstDay } from '../../../domain/partial-date.js';
import { periodText } from '../period.js';
import type { KpiLocalizer, Reading } from '../reading.js';

/** How many periods a trend shows at most: the newest. */
const MOST_PERIODS = 24;
const HEIGHT = 32;
const DAYS_IN_MONTH = 30.4375;

/** One period of a trend; without a value where there was no observation, or none with a figure. */
export interface Slot {
  readonly value?: number;
  readonly observation?: Observation;
}

/**
 * The observations as equal steps in time, oldest first. A period that nobody reported, or whose figure is not known, is
 * a slot without a value: a gap, never a zero and never a line drawn across it.
 */
export function trendSlots(observations: readonly Observation[]): readonly Slot[] {
  const months = observations.map(({ periodStart }) => Math.round(firstDay(periodStart) / DAYS_IN_MONTH));
  const first = Math.min(...months);
  const steps = months.map((month) => month - first).filter((distance) => distance > 0);
  const gaps = steps.map((distance) => distance - Math.max(0, ...steps.filter((each) => each < distance)));
  const step = Math.min(...gaps, Infinity);
  const slots: Slot[] = [];
  for (const [index, observation] of observations.entries()) {
    const place = steps.length === 0 ? 0 : Math.round(((months[index] ?? first) - first) / step);
    while (slots.length <= place) slots.push({});
    slots[place] = observation.value === undefined ? { observation } : { observation, value: observation.value };
  }
  return slots.slice(-MOST_PERIODS);
}

/**
 * A small drawing of the series: bars for what is counted anew in each period, else a line, with the first and the last
 * period below. It stands beside the words and says nothing that the details do not, so assistive technology is not
 * shown it.
 */
export function trend(reading: Reading, l10n: KpiLocalizer): TemplateResult | typeof nothing {
  const { observations, basis } = reading.indicator;
  const target = aimOf(reading);
  const slots = trendSlots(observations);
  const known = slots.flatMap(({ value }) => value ?? []);
  if (known.length < 2) return nothing;
  const isBars = basis === 'annualNew';
  const levels = target === undefined ? known : [...known, target];
  const low = Math.min(...levels, isBars ? 0 : Infinity);
  const high = Math.max(...levels, isBars ? 0 : -Infinity);
  const y = (value: number): number =>
    round(high === low ? HEIGHT / 2 : 2 + ((high - value) / (high - low)) * (HEIGHT - 4));
  const width = slots.length * 10;
  return html`<svg class="trend" part="trend" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">
      ${slots.map(({ value }, index) =>
        value === undefined
          ? svg`<path class="gap" d="M${index * 10 + 2} ${HEIGHT - 1}h6"/>`
          : isBars && bar(index, y(value), y(0), index === slots.length - 1),
      )}
      ${isBars ? nothing : lines(slots, y)}
      ${target === undefined ? nothing : svg`<path class="aim" d="M0 ${y(target)}h${width}"/>`}
    </svg>
    <div class="ends">
      <span>${periodOf(slots[0], l10n)}</span><span>${periodOf(slots[slots.length - 1], l10n)}</span>
    </div>`;
}

/** The target as a line in the trend, where the trend's figures are measured by it as they are. */
function aimOf({ progress: { target, latest, value }, indicator: { basis } }: Reading): number | undefined {
  if (!target || !latest || value !== latest.value) return undefined;
  const isWhole = target.periodStart.slice(0, 4) === target.periodEnd.slice(0, 4);
  return basis === 'annualNew' && !isWhole ? undefined : target.value;
}

function periodOf(slot: Slot | undefined, l10n: KpiLocalizer): string {
  return slot?.observation ? periodText(slot.observation.periodStart, slot.observation.periodEnd, l10n) : '';
}

/** A zero is a bar too: a hair's breadth of one, where a gap has a dotted foot. */
function bar(index: number, top: number, base: number, isLast: boolean): TemplateResult {
  const height = Math.max(Math.abs(base - top), 1);
  return svg`<rect class=${isLast ? 'bar last' : 'bar'} x=${index * 10 + 2.5} y=${Math.min(top, base - (top === base ? 1 : 0))} width="5" height=${round(height)} />`;
}

/** Runs of neighbours are joined; a value without neighbours is a dot. */
function lines(slots: readonly Slot[], y: (value: number) => number): TemplateResult[] {
  const runs: string[] = [];
  let run = '';
  for (const [index, { value }] of [...slots, {} as Slot].entries()) {
    if (value === undefined) {
      if (run !== '') runs.push(run.includes('L') ? run : `${run}h.01`);
      run = '';
    } else run += `${run === '' ? 'M' : 'L'}${index * 10 + 5} ${y(value)}`;
  }
  const last = slots[slots.length - 1]?.value;
  return [
    ...runs.map((d) => svg`<path class="line" d=${d} />`),
    ...(last === undefined ? [] : [svg`<path class="dot" d="M${slots.length * 10 - 5} ${y(last)}h.01"/>`]),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
