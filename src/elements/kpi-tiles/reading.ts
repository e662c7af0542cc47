import type { Indicator, Observation, Target } from '../../domain/indicator.js';
import { type IndicatorStanding, indicatorStanding, type ProgressState } from '../../domain/indicator-standing.js';
import { type LocalText, pickText } from '../../domain/language.js';
import { lastDay } from '../../domain/partial-date.js';
import type { PartialDate } from '../../domain/primitives.js';
import type { Localizer } from '../../ui/localize-controller.js';
import { type Figure, formatFigure, formatPercent } from './figure.js';
import type { KpiTilesKey } from './messages.js';
import { asOfText, periodText } from './period.js';
import { type FigureLang, parseUnit, type Unit } from './unit.js';

export type KpiLocalizer = Localizer<KpiTilesKey> & { readonly textLang: FigureLang };

/** How a target stands, for people: a missed one is not the same as one that is behind its schedule. */
export type Standing = Exclude<ProgressState, 'unknown'> | 'missed' | 'better';

/** Words beside a figure that say how far to trust it. */
export type Mark = 'sample' | 'revised' | 'provisional';

/** What one indicator says, in the reader's language: each piece once, for every layout. */
export interface Reading {
  readonly indicator: Indicator;
  /** The day that it is read on. */
  readonly today: PartialDate;
  readonly progress: IndicatorStanding;
  readonly name: LocalText;
  readonly unit: Unit;
  /** The figure; absent when it is not known. */
  readonly figure?: Figure;
  /** Why there is no figure. */
  readonly absence: string;
  /** The newest figure there is, where the latest one is not known. */
  readonly lastKnown?: string;
  readonly basis: string;
  readonly period: string;
  readonly asOf: string;
  /** The target with its number, or that there is none. */
  readonly target: string;
  readonly targetFigure?: Figure;
  readonly percent?: string;
  readonly standing?: Standing;
  readonly standingWord: string;
  readonly office?: LocalText;
  readonly source: string;
  readonly marks: readonly Mark[];
  /** Everything that counts in one sentence after the name, as a screen reader says it. */
  readonly sentence: string;
}

/** Reads an indicator as it stands on `today`. */
export function readIndicator(indicator: Indicator, today: PartialDate, l10n: KpiLocalizer): Reading {
  const progress = indicatorStanding(indicator, today);
  const unit = parseUnit(indicator.unit);
  const write = (value: number): Figure => formatFigure(value, unit, l10n.textLang, indicator.decimals);
  const { latest, value } = progress;
  const isLimit = indicator.direction === 'down';
  const aim = progress.target ?? (latest ? undefined : nextTarget(indicator, today));
  const targetFigure = aim && write(aim.value);
  const standing = standingOf(progress, isLimit);
  const reading = {
    indicator,
    today,
    progress,
    name: pickText(indicator.title, l10n.lang) ?? { text: indicator.code, lang: 'und' },
    unit,
    figure: value === undefined ? undefined : write(value),
    absence: absenceWord(latest, l10n),
    lastKnown: lastKnownOf(progress, write, l10n),
    basis: wordFor('kpi.basis', indicator.basis, l10n),
    period: periodOf(progress, l10n),
    asOf: progress.asOf === undefined || value === undefined ? '' : asOfText(progress.asOf, l10n),
    target: targetFigure ? targetText(aim, latest, targetFigure.text, isLimit, l10n) : l10n.t('kpi.target.none'),
    targetFigure,
    percent: progress.ratio === undefined || isLimit ? undefined : formatPercent(progress.ratio),
    standing,
    standingWord: standing ? l10n.t(`kpi.state.${standing}`) : '',
    office: pickText((indicator.responsibleOffice ?? indicator.owner)?.name, l10n.lang),
    source: latest?.source?.name ?? indicator.source.name,
    marks: marksOf(indicator, latest),
  };
  return { ...reading, sentence: sentenceOf(reading, isLimit, l10n) };
}

/** The word of an open code list, or nothing for a code that we have no word for. */
export function wordFor(list: string, code: string | undefined, l10n: KpiLocalizer): string {
  return code === undefined ? '' : l10n.t(`${list}.${code}` as KpiTilesKey);
}

/** Why a figure is missing, in words; never a zero. */
export function absenceWord(observation: Pick<Observation, 'absence'> | undefined, l10n: KpiLocalizer): string {
  return wordFor('kpi.absence', observation?.absence, l10n) || l10n.t('kpi.absence.not-available');
}

/** Words that begin a line: English ones with a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is aimed at where nothing has been reported yet: the target that falls due next, else the last that did. */
function nextTarget({ targets = [] }: Indicator, today: PartialDate): Target | undefined {
  const byEnd = targets.slice().sort((a, b) => lastDay(a.periodEnd) - lastDay(b.periodEnd));
  return byEnd.find(({ periodEnd }) => lastDay(periodEnd) >= lastDay(today)) ?? byEnd[byEnd.length - 1];
}

function standingOf({ state, target, asOf, value }: IndicatorStanding, isLimit: boolean): Standing | undefined {
  if (state === 'unknown') return undefined;
  if (state === 'exceeded' && isLimit) return 'better';
  const isDue = target !== undefined && asOf !== undefined && lastDay(asOf) >= lastDay(target.periodEnd);
  return state === 'behind' && isDue && value !== undefined ? 'missed' : state;
}

function lastKnownOf(
  { value, latestKnown }: IndicatorStanding,
  write: (value: number) => Figure,
  l10n: KpiLocalizer,
): string | undefined {
  if (value !== undefined || latestKnown?.value === undefined) return undefined;
  const period = periodText(latestKnown.periodStart, latestKnown.periodEnd, l10n);
  return l10n.t('kpi.lastKnown', { figure: write(latestKnown.value).text, period });
}

/** What the figure counts over: the latest period, or all parts of the target's that were added up. */
function periodOf({ latest, target, value }: IndicatorStanding, l10n: KpiLocalizer): string {
  if (!latest) return target ? periodText(target.periodStart, target.periodEnd, l10n) : '';
  const isSum = value !== latest.value && target !== undefined;
  return periodText(isSum ? target.periodStart : latest.periodStart, latest.periodEnd, l10n);
}

/** The period of a target is said where it is not that of the figure. */
function targetText(
  target: Target,
  latest: Observation | undefined,
  text: string,
  isLimit: boolean,
  l10n: KpiLocalizer,
): string {
  if (isLimit) return l10n.t('kpi.target.limit', { target: text });
  if (latest && lastDay(latest.periodEnd) === lastDay(target.periodEnd)) return l10n.t('kpi.target', { target: text });
  const end = target.periodEnd.slice(0, 4);
  return l10n.t('kpi.target.of', { target: text, period: l10n.date(end) });
}

function marksOf({ sample }: Indicator, latest: Observation | undefined): readonly Mark[] {
  const marks = { sample, revised: latest?.revisions?.length, provisional: latest?.provisional };
  return Object.entries(marks).flatMap(([mark, holds]) => (holds ? (mark as Mark) : []));
}

function sentenceOf(reading: Omit<Reading, 'sentence'>, isLimit: boolean, l10n: KpiLocalizer): string {
  const { figure, absence, lastKnown, targetFigure, percent, standingWord, asOf, marks, period } = reading;
  const chinese = l10n.textLang !== 'en';
  const parts = [
    (chinese ? '：' : ': ') + (figure ? figure.text.replace('−', chinese ? '负' : 'minus ') : absence),
    targetFigure && l10n.t(isLimit ? 'kpi.target.limitSpoken' : 'kpi.target.spoken', { target: targetFigure.text }),
    percent && l10n.t('kpi.percent', { percent }),
    standingWord,
    asOf || period,
    lastKnown,
    ...marks.map((mark) => l10n.t(mark === 'sample' ? 'kpi.mark.sampleSpoken' : `kpi.mark.${mark}`)),
  ];
  return parts.filter(Boolean).join(chinese ? '，' : ', ') + (chinese ? '。' : '.');
}
