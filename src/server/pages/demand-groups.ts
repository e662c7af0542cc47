import type { Demand, RequiredIndicator } from '../../domain/demand.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { figureAmount } from '../exchange/export-demand-columns.js';
import { budgetText } from '../exchange/record-text.js';
import type { Language } from '../language.js';
import { type Html, html } from '../markup.js';
import { DEMAND_FIELDS, DEMAND_GROUPS, DEMAND_WORDS, type DemandField, type DemandGroup } from './demand-texts.js';
import { fieldGroup } from './field-group.js';
import {
  codeText,
  codeTexts,
  concepts,
  contact,
  date,
  keywords,
  link,
  listed,
  localText,
  longText,
  organisation,
  plain,
} from './field-values.js';

type Field = readonly [name: DemandField, value: Html | undefined];

/** Everything that is known of a demand, in the order in which whoever may solve it wants to read it. */
export function demandGroups(record: Demand, lang: Language): Html[] {
  const text = (name: DemandField, map: LanguageMap | undefined): Field => [name, longText(map, lang)];
  const group = (id: DemandGroup, fields: readonly Field[]): Html | undefined =>
    fieldGroup(
      id,
      DEMAND_GROUPS[id][lang],
      fields.map(([name, value]) => [DEMAND_FIELDS[name][lang], value]),
    );
  return [
    group('content', [
      text('summary', record.summary),
      text('problem', record.problem),
      ['indicators', listed((record.indicators ?? []).map((each) => figure(each, lang)))],
      text('requirements', record.requirements),
      text('context', record.context),
      text('attemptedSolutions', record.attemptedSolutions),
      text('constraints', record.constraints),
      ['keywords', keywords(record.keywords, lang)],
      // Links, never the pictures themselves: they may lie with a third party that learns of the visitor
      [
        'attachments',
        listed((record.attachments ?? []).map(({ url, title }) => link(url, localText(title, lang) ?? url))),
      ],
    ]),
    group('deal', [
      ['budget', plain(record.budget && budgetText(record.budget, lang))],
      ['cooperationModes', codeTexts('cooperation-mode', record.cooperationModes, lang)],
      text('ipExpectation', record.ipExpectation),
      ['deadline', date(record.deadline)],
      ['detailsUnderNda', record.detailsUnderNda === true ? html`${DEMAND_WORDS.underNda[lang]}` : undefined],
    ]),
    group('class', [
      ['owner', inNeed(record, lang)],
      ['organisationNature', codeText('organisation-nature', record.organisationNature, lang)],
      ['demandType', codeText('demand-type', record.demandType, lang)],
      ['fields', concepts(record.fields, lang)],
      ['industries', concepts(record.industries, lang)],
      ['region', codeText('region', record.region, lang)],
    ]),
    group('contact', [['contact', contact(record.contact)]]),
    group('origin', [
      [
        'origin',
        record.source.url === undefined ? plain(record.source.name) : link(record.source.url, record.source.name),
      ],
      ['originId', plain(record.source.id)],
      ['publishedOn', date(record.publishedOn)],
      ['validUntil', date(record.validUntil)],
      ['updatedAt', html`<time datetime="${record.updatedAt}">${record.updatedAt.slice(0, 10)}</time>`],
    ]),
  ].filter((each) => each !== undefined);
}

/** Who is in need, or that they are not named. */
export function inNeed({ owner, anonymous }: Demand, lang: Language): Html | undefined {
  if (anonymous === true) return html`${DEMAND_WORDS.anonymous[lang]}`;
  return owner && organisation(owner, lang);
}

/** 耐压 ≥ 35 kV */
function figure(indicator: RequiredIndicator, lang: Language): Html {
  return html`${localText(indicator.name, lang)} <bdi>${figureAmount(indicator, lang)}</bdi>`;
}
