import { html, nothing, type TemplateResult } from 'lit';
import { type LocalText, pickText } from '../../domain/language.js';
import type { CodeLabels, TextRange } from '../../domain/page.js';
import type { Readiness } from '../../domain/concepts.js';
import type { AchievementHit } from '../../sdk/index.js';
import { highlight } from '../../ui/highlight.js';
import { institutionName } from '../../ui/institution-name.js';
import type { Localizer } from '../../ui/localize-controller.js';
import { moneyText } from '../../ui/money.js';
import type { AchievementSearchKey } from './messages.js';
import type { AnsweringHost } from './surroundings.js';

/** How many achievements can be compared at once. */
const MAX_COMPARED = 4;

/** Draws an achievement in the author's own way; what it returns is put in as it is, and text is never markup. */
export type RenderItem = (achievement: AchievementHit, options: { readonly language: string }) => Node | string;

/** What `renderItem` made of each achievement, for whom and in which language. */
export type OwnCards = WeakMap<
  AchievementHit,
  { readonly by: RenderItem; readonly language: string; readonly card: Node | string | undefined }
>;

/** What a result needs to know of its surroundings. */
export interface ResultContext {
  readonly l10n: Localizer<AchievementSearchKey>;
  readonly host: AnsweringHost;
  readonly compared: ReadonlyMap<string, AchievementHit>;
  readonly ownCards: OwnCards;
  /** What the codes inside the results are called. */
  readonly labels: CodeLabels | undefined;
  readonly permalink: (id: string) => string | undefined;
  readonly select: (event: MouseEvent, achievement: AchievementHit, href: string) => void;
  readonly compare: (achievement: AchievementHit) => void;
}

/** Whether no further achievement can be compared. */
export function isFull({ size }: ReadonlyMap<string, AchievementHit>): boolean {
  return size >= MAX_COMPARED;
}

/** Where a result leads: by the page's own pattern, else to its page on the platform. */
function resultHref({ id }: AchievementHit, { host, permalink }: ResultContext): string | undefined {
  return host.detailHref?.replaceAll('{id}', encodeURIComponent(id)) ?? permalink(id);
}

/** One achievement of the list. */
export function resultItem(achievement: AchievementHit, context: ResultContext): TemplateResult {
  const { host, l10n } = context;
  const compare = host.compareHidden ? nothing : compareBox(achievement, context);
  const own = ownCard(achievement, context);
  if (own !== undefined) return html`<li><article class="result" part="result">${own} ${compare}</article></li>`;
  const title = pickText(achievement.title, l10n.lang);
  const href = resultHref(achievement, context);
  // In one piece: on a slow machine every template within another one tells, twenty times over
  return html`<li>
    <article class="result" part="result">
      <div class="title" part="title" role="heading" aria-level=${host.headingLevel}>
        <a
          part="title-link"
          href=${href ?? nothing}
          dir="auto"
          lang=${title?.lang ?? nothing}
          @click=${(event: MouseEvent) => {
            if (href !== undefined) context.select(event, achievement, href);
          }}
          >${title && highlight(title.text, rangesOf('title', title, achievement))}</a
        >
      </div>
      ${host.layout === 'compact' ? nothing : snippet(achievement, context)}
      <dl class="facts" part="facts">${facts(achievement, context)}</dl>
      ${compare}
    </article>
  </li>`;
}

/** The author's own card. It is kept, so that drawing again neither calls the hook nor takes the focus out of a card. */
function ownCard(achievement: AchievementHit, { host, ownCards, l10n }: ResultContext): unknown {
  const { renderItem } = host;
  if (!renderItem) return undefined;
  const language = l10n.lang;
  const kept = ownCards.get(achievement);
  if (kept?.by === renderItem && kept.language === language) return kept.card;
  let card: Node | string | undefined;
  try {
    card = renderItem(achievement, { language });
  } catch (error) {
    console.error('yuniao: renderItem failed; the result is drawn as usual.', error);
  }
  ownCards.set(achievement, { by: renderItem, language, card });
  return card;
}

function compareBox(achievement: AchievementHit, { l10n, compared, compare }: ResultContext): TemplateResult {
  const chosen = compared.has(achievement.id);
  const label = l10n.t('result.compare');
  return html`<label class="compare" part="compare">
    <input
      type="checkbox"
      aria-label="${label} ${pickText(achievement.title, l10n.lang)?.text}"
      .checked=${chosen}
      ?disabled=${!chosen && isFull(compared)}
      @change=${() => {
        compare(achievement);
      }}
    />
    ${label}
  </label>`;
}

/** What it does for its user in a line, or the part of the summary where the words were found. */
function snippet(achievement: AchievementHit, { l10n }: ResultContext): TemplateResult | typeof nothing {
  const summary = pickText(achievement.summary, l10n.lang);
  const benefit = pickText(achievement.benefit, l10n.lang);
  const foundInSummary = summary && rangesOf('summary', summary, achievement).length > 0;
  const foundInBenefit = benefit && rangesOf('benefit', benefit, achievement).length > 0;
  const [field, shown] = benefit && (foundInBenefit || !foundInSummary) ? ['benefit', benefit] : ['summary', summary];
  if (!shown) return nothing;
  return html`<p class="snippet ${field}" part="snippet">
    <bdi lang=${shown.lang}>${highlight(shown.text, rangesOf(field, shown, achievement))}</bdi>
  </p>`;
}

function rangesOf(field: string, { lang }: LocalText, { highlights }: AchievementHit): readonly TextRange[] {
  return highlights?.[`${field}.${lang}`] ?? [];
}

function facts(achievement: AchievementHit, context: ResultContext): unknown[] {
  const { l10n } = context;
  const { publishedOn } = achievement;
  const institution = institutionOf(achievement, context);
  return [
    fact(l10n.t('result.institution'), institution?.text, '', institution?.lang),
    fact(l10n.t('result.field'), list(fields(achievement, context), l10n)),
    fact(l10n.t('result.readiness'), readiness(achievement.readiness, context), 'tag'),
    fact(l10n.t('result.transferModes'), list(codes('transfer-mode', achievement.transferModes, context), l10n)),
    fact(l10n.t('result.price'), price(achievement, l10n)),
    fact(l10n.t('result.date'), publishedOn && html`<time datetime=${publishedOn}>${l10n.date(publishedOn)}</time>`),
  ];
}

/** One of the facts, where it is known; `lang` is the language that it is written in, if not the reader's. */
function fact(term: string, description: unknown, look = '', lang?: string): TemplateResult | typeof nothing {
  if (!description) return nothing;
  return html`<div class="fact">
    <dt class="visually-hidden">${term}</dt>
    <dd class=${look} dir="auto" lang=${lang ?? nothing}>${description}</dd>
  </div>`;
}

function list(labels: readonly string[], { lang }: Localizer<AchievementSearchKey>): string {
  return labels.join(lang.startsWith('zh') ? '、' : ', ');
}

function institutionOf(
  { institutions, owner }: AchievementHit,
  { l10n, labels }: ResultContext,
): LocalText | undefined {
  const names = (institutions?.length ? institutions : owner ? [owner] : []).map(({ name }) => name);
  const first = institutionName(names[0], l10n.lang, labels);
  if (!first || names.length === 1) return first;
  const { text: name, lang } = first;
  return { text: l10n.t('result.institutions', { name, count: names.length - 1, total: names.length }), lang };
}

/** Technical fields: those that have a word, and free words as the source wrote them. Never a code. */
function fields({ fields: concepts = [] }: AchievementHit, { labels }: ResultContext): string[] {
  const words = concepts.map(({ scheme, code }) => labels?.[`${scheme}.${code}`] ?? (scheme === 'text' ? code : ''));
  return [...new Set(words)].filter(Boolean); // two vocabularies may share a word
}

function codes(list: string, all: readonly string[] = [], { labels }: ResultContext): string[] {
  return all.flatMap((code) => labels?.[`${list}.${code}`] ?? []);
}

function price({ price: money, negotiable }: AchievementHit, l10n: Localizer<AchievementSearchKey>): unknown {
  if (money) return moneyText(money, l10n);
  return negotiable && l10n.t('result.negotiable');
}

function readiness(assessments: readonly Readiness[] = [], { l10n, labels }: ResultContext): string | undefined {
  for (const { scheme, level } of assessments) {
    if (scheme === 'iso-16290-2013' || scheme === 'gbt-22900') return l10n.t('readiness.trl', { level });
    const label = labels?.[`${scheme}.${level}`];
    if (label !== undefined) return label;
  }
  return undefined;
}
