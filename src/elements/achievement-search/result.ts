import { html, nothing, type TemplateResult } from 'lit';
import { type LocalText, pickText } from '../../domain/language.js';
import type { TextRange } from '../../domain/page.js';
import type { Readiness } from '../../domain/primitives.js';
import type { AchievementHit } from '../../sdk/index.js';
import { excerpt, highlight } from '../../ui/highlight.js';
import type { Localizer } from '../../ui/localize-controller.js';
import type { AchievementSearchKey } from './messages.js';

/** What a result needs to know of its surroundings. */
export interface ResultContext {
  readonly l10n: Localizer<AchievementSearchKey>;
  readonly headingLevel: number;
  /** Pattern of the link to a result; `{id}` stands for its id. */
  readonly detailHref?: string;
  labelOf(facet: string, value: string): string | undefined;
  select(event: MouseEvent, achievement: AchievementHit, href: string): void;
}

/** Words for the eight ways of transfer that the law names. A newer one shows once a facet gives its label. */
const TRANSFER_MODES: Readonly<Record<string, AchievementSearchKey>> = {
  'self-investment': 'transferMode.self-investment',
  assignment: 'transferMode.assignment',
  licence: 'transferMode.licence',
  'joint-implementation': 'transferMode.joint-implementation',
  equity: 'transferMode.equity',
  'try-first': 'transferMode.try-first',
  'open-licence': 'transferMode.open-licence',
  other: 'transferMode.other',
};

const REGISTRATION_STAGES: readonly AchievementSearchKey[] = [
  'readiness.stage1',
  'readiness.stage2',
  'readiness.stage3',
];

/** Where a click on the result leads: the page's own pattern, else the record's address at its source. */
export function resultHref(achievement: AchievementHit, detailHref: string | undefined): string | undefined {
  if (detailHref !== undefined) return detailHref.replaceAll('{id}', encodeURIComponent(achievement.id));
  const { url } = achievement.source;
  return url !== undefined && /^https?:/i.test(url) ? url : undefined;
}

/** One achievement of the list. */
export function resultCard(achievement: AchievementHit, context: ResultContext): TemplateResult {
  return html`<article class="result" part="result">
    <div class="title" part="title" role="heading" aria-level=${context.headingLevel}>
      ${title(achievement, context)}
    </div>
    ${snippet(achievement, context)} ${facts(achievement, context)}
  </article>`;
}

function title(achievement: AchievementHit, context: ResultContext): unknown {
  const picked = pickText(achievement.title, context.l10n.lang);
  const text = picked && highlight(picked.text, rangesOf('title', picked, achievement));
  const href = resultHref(achievement, context.detailHref);
  if (href === undefined) return html`<bdi lang=${picked?.lang ?? nothing}>${text}</bdi>`;
  return html`<a
    part="title-link"
    href=${href}
    dir="auto"
    lang=${picked?.lang ?? nothing}
    @click=${(event: MouseEvent) => {
      context.select(event, achievement, href);
    }}
    >${text}</a
  >`;
}

/** What it does for its user in a line, or the part of the summary where the words were found. */
function snippet(achievement: AchievementHit, { l10n }: ResultContext): TemplateResult | typeof nothing {
  const summary = pickText(achievement.summary, l10n.lang);
  const benefit = pickText(achievement.benefit, l10n.lang);
  const foundInSummary = summary && rangesOf('summary', summary, achievement).length > 0;
  const foundInBenefit = benefit && rangesOf('benefit', benefit, achievement).length > 0;
  if (benefit && (foundInBenefit || !foundInSummary))
    return html`<p class="snippet benefit" part="snippet">${marked('benefit', benefit, achievement)}</p>`;
  return summary ? html`<p class="snippet" part="snippet">${marked('summary', summary, achievement)}</p>` : nothing;
}

function rangesOf(field: string, { lang }: LocalText, { highlights }: AchievementHit): readonly TextRange[] {
  return highlights?.[`${field}.${lang}`] ?? [];
}

/** The part of a longer text that counts, in its own language and direction, with the words of the query marked. */
function marked(field: string, local: LocalText, achievement: AchievementHit): TemplateResult {
  const { text, ranges } = excerpt(local.text, rangesOf(field, local, achievement));
  return html`<bdi lang=${local.lang}>${highlight(text, ranges)}</bdi>`;
}

function facts(achievement: AchievementHit, context: ResultContext): TemplateResult {
  const { l10n } = context;
  return html`<dl class="facts" part="facts">
    ${fact(l10n.t('result.institution'), institution(achievement, l10n))}
    ${fact(l10n.t('result.field'), list(fields(achievement, context), l10n))}
    ${fact(l10n.t('result.readiness'), readiness(achievement.readiness, context), 'tag')}
    ${fact(l10n.t('result.transferModes'), list(transferModes(achievement, context), l10n))}
    ${fact(
      l10n.t('result.date'),
      achievement.publishedOn === undefined
        ? nothing
        : html`<time datetime=${achievement.publishedOn}>${l10n.date(achievement.publishedOn)}</time>`,
    )}
  </dl>`;
}

function fact(term: string, description: unknown, look = ''): TemplateResult | typeof nothing {
  if (description === nothing) return nothing;
  return html`<div class="fact">
    <dt class="visually-hidden">${term}</dt>
    <dd class=${look}>${description}</dd>
  </div>`;
}

function list(labels: readonly string[], { lang }: Localizer<AchievementSearchKey>): unknown {
  if (labels.length === 0) return nothing;
  return labels.join(lang.startsWith('zh') ? '、' : ', ');
}

function institution({ institutions, owner }: AchievementHit, l10n: Localizer<AchievementSearchKey>): unknown {
  const names = (institutions?.length ? institutions : owner ? [owner] : []).map(({ name }) => name);
  const first = pickText(names[0], l10n.lang);
  if (!first) return nothing;
  const text =
    names.length === 1
      ? first.text
      : l10n.t('result.institutions', { name: first.text, count: names.length - 1, total: names.length });
  return html`<bdi lang=${first.lang}>${text}</bdi>`;
}

/** Labels of the technical fields: those that the facet names, and free words as the source wrote them. Never a code. */
function fields({ fields: concepts = [] }: AchievementHit, { labelOf }: ResultContext): string[] {
  return concepts.flatMap(({ scheme, code }) => labelOf('field', code) ?? (scheme === 'text' ? code : []));
}

function transferModes({ transferModes: modes = [] }: AchievementHit, { l10n, labelOf }: ResultContext): string[] {
  return modes.flatMap((mode) => {
    const key = TRANSFER_MODES[mode];
    return labelOf('transferMode', mode) ?? (key === undefined ? [] : l10n.t(key));
  });
}

function readiness(assessments: readonly Readiness[] = [], { l10n, labelOf }: ResultContext): unknown {
  for (const { scheme, level } of assessments) {
    const label = labelOf('readiness', `${scheme}.${level}`);
    if (label !== undefined) return label;
    if (scheme === 'iso-16290-2013' || scheme === 'gbt-22900') return l10n.t('readiness.trl', { level });
    const stage = scheme === 'cn-registration-3' ? REGISTRATION_STAGES[level - 1] : undefined;
    if (stage !== undefined) return l10n.t(stage);
  }
  return nothing;
}
