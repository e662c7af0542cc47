import { codeLabel } from '../../domain/code-lists/index.js';
import type { Demand } from '../../domain/demand.js';
import { demandJsonLd } from '../../domain/json-ld.js';
import { pickText } from '../../domain/language.js';
import { budgetText, conceptLabel, textIn } from '../exchange/record-text.js';
import { pagePath, platformOrigin } from '../http/address.js';
import type { AppContext, Services } from '../http/app-env.js';
import { publishedRecord } from '../http/read-routes.js';
import type { Language } from '../language.js';
import { type Html, html } from '../markup.js';
import { demandGroups, inNeed } from './demand-groups.js';
import { sendPage } from './layout.js';
import { pageText } from './texts.js';

/** Longest description that whoever lists pages shows. */
const MAX_DESCRIPTION = 300;

/** `GET /demands/:id`: everything that is known of a demand, as a page. */
export async function demandPage(services: Services, c: AppContext): Promise<Response> {
  const { lang } = c.var;
  const record = (await publishedRecord(services, 'demand', c.req.param('id') ?? '')) as Demand;
  const title = pickText(record.title, lang)?.text ?? pageText('noTitle', lang);
  const about = textIn(record.summary, lang) || textIn(record.problem, lang);
  const path = (language: Language): string => pagePath(language, record.id, 'demands');
  return sendPage(
    c,
    services,
    {
      title: `${title} · ${services.source}`,
      description: Array.from(about.replaceAll(/\s+/g, ' ')).slice(0, MAX_DESCRIPTION).join(''),
      paths: { 'zh-CN': path('zh-CN'), en: path('en') },
      data: `/api/v1/demands/${record.id}?lang=${lang}`,
      jsonLd: demandJsonLd(record, { url: platformOrigin(c) + path(lang), lang }),
      main: html`<article>${heading(record, lang)}${demandGroups(record, lang)}</article>`,
    },
    record.updatedAt,
  );
}

function heading(record: Demand, lang: Language): Html {
  const title = pickText(record.title, lang);
  const by = inNeed(record, lang);
  return html`<h1${title && title.lang !== lang && html` lang="${title.lang}"`}><bdi>${title?.text ?? pageText('noTitle', lang)}</bdi></h1>
${by && html`<p class="meta">${by}</p> `}${factsOf(record, lang)}`;
}

/** What a reader wants to know at a glance: field, type, budget, ways of cooperation, until when. */
function factsOf(record: Demand, lang: Language): Html | undefined {
  const { fields = [], demandType, budget, cooperationModes = [], deadline } = record;
  const money = budget && budgetText(budget, lang);
  const facts = new Set([
    ...fields.map((field) => conceptLabel(field, lang)),
    ...(demandType === undefined ? [] : [codeLabel('demand-type', demandType, lang)]),
    ...(money === undefined ? [] : [money]),
    ...cooperationModes.map((mode) => codeLabel('cooperation-mode', mode, lang)),
    ...(deadline === undefined ? [] : [deadline]),
  ]);
  if (facts.size === 0) return undefined;
  return html`<ul class="facts">
    ${Array.from(facts, (fact) => html`<li><bdi>${fact}</bdi></li>`)}
  </ul>`;
}
