import type { Achievement, IpRight } from '../../domain/achievement.js';
import type { Readiness } from '../../domain/concepts.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { moneyText, readinessText } from '../exchange/record-text.js';
import { fill, type Language, type Text } from '../language.js';
import { type Html, html } from '../markup.js';
import { FIELD_TEXTS, type FieldName, GROUP_TEXTS, type GroupName, IP_TEXTS } from './field-texts.js';
import { fieldGroup } from './field-group.js';
import {
  codeText,
  codeTexts,
  concepts,
  contact,
  date,
  joined,
  keywords,
  lines,
  link,
  listed,
  localText,
  longText,
  organisation,
  period,
  plain,
  table,
} from './field-values.js';

type Field = readonly [name: FieldName, value: Html | undefined];

/** Everything that is known of an achievement, in the order in which a visitor wants to read it. */
export function achievementGroups(record: Achievement, lang: Language): Html[] {
  const text = (name: FieldName, map: LanguageMap | undefined): Field => [name, longText(map, lang)];
  const code = (name: FieldName, list: string, value: string | undefined): Field => [name, codeText(list, value, lang)];
  return [
    group('content', lang, [
      text('summary', record.summary),
      text('problemSolved', record.problemSolved),
      ['innovationPoints', listed((record.innovationPoints ?? []).map((point) => localText(point, lang)))],
      text('applications', record.applications),
      text('indicators', record.indicators),
      text('comparison', record.comparison),
      text('economics', record.economics),
      ['keywords', keywords(record.keywords, lang)],
    ]),
    group('deal', lang, dealFields(record, lang)),
    group('state', lang, [
      ['readiness', listed((record.readiness ?? []).map((each) => assessment(each, lang)))],
      code('applicationState', 'application-state', record.applicationState),
      code('level', 'achievement-level', record.level),
      ['evaluation', evaluation(record.evaluation, lang)],
      code('achievementClass', 'achievement-class', record.achievementClass),
      code('form', 'achievement-form', record.form),
      code('attribute', 'achievement-attribute', record.attribute),
      ['period', period(record.startDate, record.endDate)],
    ]),
    group('rights', lang, [
      ['ip', ipTable(record.ip ?? [], lang)],
      [
        'ownershipShares',
        listed((record.ownershipShares ?? []).map(({ holder, percent }) => html`<bdi>${holder}</bdi> ${percent} %`)),
      ],
    ]),
    group('people', lang, [
      ['institutions', listed((record.institutions ?? []).map((each) => organisation(each, lang)))],
      ['owner', record.owner && organisation(record.owner, lang)],
      ['completers', completers(record.completers, lang)],
      ['recommender', record.recommender && organisation(record.recommender, lang)],
    ]),
    group('class', lang, [
      ['fields', concepts(record.fields, lang)],
      ['industries', concepts(record.industries, lang)],
      ['socioEconomicGoals', concepts(record.socioEconomicGoals, lang)],
      code('region', 'region', record.region),
    ]),
    group('documents', lang, [
      ['publications', publications(record.publications)],
      // Links, never the pictures themselves: they may lie with a third party that learns of the visitor
      ['media', listed((record.media ?? []).map(({ url, title }) => link(url, localText(title, lang) ?? url)))],
    ]),
    group('notice', lang, noticeFields(record, lang)),
    group('contact', lang, [['contact', contact(record.contact)]]),
    group('origin', lang, [
      ['registrationNo', plain(record.registrationNo)],
      ['secrecyLevel', plain(record.secrecyLevel)],
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

/** A heading and its fields; nothing where none has a value. */
function group(id: GroupName, lang: Language, fields: readonly Field[]): Html | undefined {
  const labelled = fields.map(([name, value]) => [FIELD_TEXTS[name][lang], value] as const);
  return fieldGroup(id, GROUP_TEXTS[id][lang], labelled);
}

const WORDS = {
  negotiable: { 'zh-CN': '面议', en: 'Negotiable' },
  offered: { 'zh-CN': '提供', en: 'Offered' },
  fee: { 'zh-CN': '许可费 {price}', en: 'Licence fee {price}' },
  months: { 'zh-CN': '免费试用 {count} 个月', en: '{count} months free of charge' },
  conversion: { 'zh-CN': '转化价格 {price}', en: 'then {price}' },
  related: {
    'zh-CN': '受让方与完成人或完成单位存在关联关系',
    en: 'The taker is related to the completers or to the institution',
  },
  unrelated: { 'zh-CN': '不存在关联关系', en: 'No related party' },
  evidence: { 'zh-CN': '依据：', en: 'Evidence: ' },
  assessor: { 'zh-CN': '评估方：', en: 'Assessed by ' },
  organiser: { 'zh-CN': '组织单位：', en: 'Organised by ' },
  reportNo: { 'zh-CN': '报告编号：', en: 'Report no. ' },
} as const satisfies Record<string, Text>;

function dealFields(record: Achievement, lang: Language): Field[] {
  const { price, negotiable, openLicence, tryFirst } = record;
  const word = (name: keyof typeof WORDS, values: Readonly<Record<string, string | number>> = {}): Html =>
    html`${fill(WORDS[name], lang, values)}`;
  const money = (value: typeof price): string | undefined => value && moneyText(value, lang);
  const fee = money(openLicence?.fee);
  const conversion = money(tryFirst?.conversionPrice);
  return [
    ['transferModes', codeTexts('transfer-mode', record.transferModes, lang)],
    ['price', price ? html`${moneyText(price, lang)}` : negotiable ? word('negotiable') : undefined],
    ['pricingMethod', codeText('pricing-method', record.pricingMethod, lang)],
    ['paymentMode', codeText('payment-mode', record.paymentMode, lang)],
    ['licenceKind', codeText('licence-kind', record.licenceKind, lang)],
    ['territory', localText(record.territory, lang)],
    [
      'openLicence',
      openLicence &&
        lines([
          fee === undefined ? word('offered') : word('fee', { price: fee }),
          localText(openLicence.standard, lang),
        ]),
    ],
    [
      'tryFirst',
      tryFirst &&
        lines([
          tryFirst.freeMonths === undefined ? word('offered') : word('months', { count: tryFirst.freeMonths }),
          conversion === undefined ? undefined : word('conversion', { price: conversion }),
        ]),
    ],
    ['transferNote', longText(record.transferNote, lang)],
  ];
}

function noticeFields({ publicNotice: notice }: Achievement, lang: Language): Field[] {
  if (!notice) return [];
  const { start, end, relatedParty, objectionContact } = notice;
  return [
    ['noticePeriod', period(start, end)],
    [
      'relatedParty',
      relatedParty === undefined ? undefined : html`${WORDS[relatedParty ? 'related' : 'unrelated'][lang]}`,
    ],
    ['objections', contact(objectionContact)],
  ];
}

/** A label before a value that is known. */
function told(name: keyof typeof WORDS, value: Html | undefined, lang: Language): Html | undefined {
  return value && html`${WORDS[name][lang]}${value}`;
}

/** Maturity on one scale, with who says so and on what. */
function assessment(each: Readiness, lang: Language): Html | undefined {
  return lines([
    html`${readinessText(each, lang)}`,
    told('evidence', localText(each.evidence, lang), lang),
    told('assessor', plain(each.assessor), lang),
    date(each.date),
  ]);
}

function evaluation(value: Achievement['evaluation'], lang: Language): Html | undefined {
  if (!value) return undefined;
  return lines([
    localText(value.conclusion, lang),
    told('organiser', plain(value.organiser), lang),
    told('reportNo', plain(value.reportNo), lang),
    date(value.date),
  ]);
}

function ipTable(rights: readonly IpRight[], lang: Language): Html | undefined {
  const column = (
    name: keyof typeof IP_TEXTS,
    cell: (right: IpRight) => Html | undefined,
  ): { label: string; cell: (right: IpRight) => Html | undefined } => ({ label: IP_TEXTS[name][lang], cell });
  return table(
    FIELD_TEXTS.ip[lang],
    [
      column('kind', ({ kind }) => codeText('ip-kind', kind, lang)),
      column('title', ({ title }) => localText(title, lang)),
      column('number', ({ patentNo, applicationNo }) => plain(patentNo ?? applicationNo)),
      column('status', ({ legalStatus }) => codeText('ip-legal-status', legalStatus, lang)),
      column('filed', ({ filingDate }) => date(filingDate)),
      column('granted', ({ grantDate }) => date(grantDate)),
      column('expires', ({ expiryDate }) => date(expiryDate)),
      column('holders', ({ holders = [] }) =>
        joined(
          holders.map((each) => organisation(each, lang)),
          lang,
        ),
      ),
      column('office', ({ office }) => plain(office)),
    ],
    rights,
  );
}

function completers(people: Achievement['completers'] = [], lang: Language): Html | undefined {
  return joined(
    people.map(({ name, affiliation }) => {
      const from = localText(affiliation, lang);
      return html`<bdi>${name}</bdi>${from && (lang === 'zh-CN' ? html`（${from}）` : html` (${from})`)}`;
    }),
    lang,
  );
}

function publications(all: Achievement['publications'] = []): Html | undefined {
  return listed(
    all.map(({ title, url, doi, date: day }) => {
      const address = url ?? (doi === undefined ? undefined : `https://doi.org/${encodeURI(doi.toWellFormed())}`);
      return html`${address === undefined ? plain(title) : link(address, title)} ${date(day)}`;
    }),
  );
}
