import type { Achievement } from '../../domain/achievement.js';
import { achievementJsonLd } from '../../domain/json-ld.js';
import { pickText } from '../../domain/language.js';
import { codeLabel } from '../../domain/code-lists/index.js';
import { conceptLabel, moneyText, readinessShort, textIn } from '../exchange/record-text.js';
import { pagePath, platformOrigin } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import { withEnglishNames } from '../http/institution-names.js';
import { publishedRecord } from '../http/read-routes.js';
import { recordLabels } from '../http/record-labels.js';
import type { Language } from '../language.js';
import { type Html, html } from '../markup.js';
import { achievementGroups } from './achievement-groups.js';
import { joined, localText, organisation } from './field-values.js';
import { sendPage } from './layout.js';
import { pageText } from './texts.js';

/** Longest description that whoever lists pages shows. */
const MAX_DESCRIPTION = 300;

/** `GET /achievements/:id`: everything that is known of an achievement, as a page. */
export async function achievementPage(services: Services, c: AppContext): Promise<Response> {
  const { lang } = c.var;
  const record = (await publishedRecord(services, 'achievement', c.req.param('id') ?? '')) as Achievement;
  const index = services.indexer.index('achievement');
  const [shown = record] = index ? await withEnglishNames(index, [record], lang) : [];
  const title = pickText(record.title, lang)?.text ?? pageText('noTitle', lang);
  const path = pagePath(lang, record.id);
  const about = textIn(record.benefit, lang) || textIn(record.summary, lang);
  return sendPage(
    c,
    services,
    {
      title: `${title} · ${services.source}`,
      description: Array.from(about.replaceAll(/\s+/g, ' ')).slice(0, MAX_DESCRIPTION).join(''),
      paths: { 'zh-CN': pagePath('zh-CN', record.id), en: pagePath('en', record.id) },
      data: `/api/v1/achievements/${record.id}?lang=${lang}`,
      jsonLd: achievementJsonLd(record, {
        url: platformOrigin(c) + path,
        lang,
        labels: recordLabels('achievement', [record], lang),
      }),
      main: html`<article>${heading(shown, lang)}${achievementGroups(shown, lang)}</article>`,
    },
    record.updatedAt,
  );
}

function heading(record: Achievement, lang: Language): Html {
  const title = pickText(record.title, lang);
  const by = joined(
    (record.institutions ?? []).map((each) => organisation(each, lang)),
    lang,
  );
  const facts = factsOf(record, lang);
  return html`<h1${title && title.lang !== lang && html` lang="${title.lang}"`}><bdi>${title?.text ?? pageText('noTitle', lang)}</bdi></h1>
${record.benefit && html`<p class="lead">${localText(record.benefit, lang)}</p> `}${
    by && html`<p class="meta">${by}</p> `
  }${facts}`;
}

/** What a visitor wants to know at a glance: field, maturity, ways of transfer, price, date. */
export function factsOf(record: Achievement, lang: Language): Html | undefined {
  const { fields = [], readiness = [], transferModes = [], price, negotiable, publishedOn } = record;
  const facts = new Set([
    ...fields.map((field) => conceptLabel(field, lang)),
    ...readiness.slice(0, 1).map((level) => readinessShort(level, lang)),
    ...transferModes.map((mode) => codeLabel('transfer-mode', mode, lang)),
    ...(price ? [moneyText(price, lang)] : negotiable ? [lang === 'en' ? 'Negotiable' : '面议'] : []),
    ...(publishedOn === undefined ? [] : [publishedOn]),
  ]);
  if (facts.size === 0) return undefined;
  return html`<ul class="facts">
    ${Array.from(facts, (fact) => html`<li><bdi>${fact}</bdi></li>`)}
  </ul>`;
}
