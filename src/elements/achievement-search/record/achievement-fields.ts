import { html, nothing, type TemplateResult } from 'lit';
import type { Achievement, IpRight } from '../../../domain/achievement.js';
import type { Readiness } from '../../../domain/concepts.js';
import type { LanguageMap } from '../../../domain/primitives.js';
import { group, type RecordField, type RecordGroup, recordTable } from '../../../ui/lazy/record-view.js';
import {
  codeText,
  codeTexts,
  conceptTexts,
  contactLines,
  dateText,
  joined,
  keywords,
  link,
  localText,
  organisation,
  periodText,
  type ValueContext,
} from '../../../ui/lazy/record-values.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import { moneyText } from '../../../ui/money.js';
import type { RecordKey } from './record-messages.js';

/** What the fields of an achievement need to be written. */
export interface FieldContext extends ValueContext {
  readonly l10n: Localizer<RecordKey>;
}

type FieldName = Extract<RecordKey, `field.${string}`> extends `field.${infer Name}` ? Name : never;

/** Makes a field, unless its value has nothing to show. */
type Maker = (name: FieldName, raw: unknown, content: unknown, isLong?: boolean) => RecordField | undefined;

/** Everything that is known of an achievement, in the order in which a visitor wants to read it. */
export function achievementGroups(record: Achievement, context: FieldContext): RecordGroup[] {
  const { l10n } = context;
  const make: Maker = (name, raw, content, isLong = false) =>
    raw === undefined || content === nothing
      ? undefined
      : { id: name, label: l10n.t(`field.${name}`), raw, content, isLong };
  const text = (name: FieldName, map: LanguageMap | undefined): RecordField | undefined =>
    make(name, map, localText(map, context), true);
  const code = (name: FieldName, list: string, value: string | undefined): RecordField | undefined =>
    make(name, value, codeText(list, value, context));
  const groupOf = (id: RecordGroupName, fields: readonly (RecordField | undefined)[]): RecordGroup =>
    group(id, l10n.t(`group.${id}`), fields);

  return [
    groupOf('content', [
      text('benefit', record.benefit),
      text('summary', record.summary),
      text('problemSolved', record.problemSolved),
      make('innovationPoints', record.innovationPoints, points(record.innovationPoints, context), true),
      text('applications', record.applications),
      text('indicators', record.indicators),
      text('comparison', record.comparison),
      text('economics', record.economics),
      make('keywords', record.keywords, keywords(record.keywords, context), true),
    ]),
    groupOf('deal', dealFields(record, context, make, text)),
    groupOf('state', [
      make('readiness', record.readiness, readiness(record.readiness, context), true),
      code('applicationState', 'application-state', record.applicationState),
      code('level', 'achievement-level', record.level),
      make('evaluation', record.evaluation, evaluation(record.evaluation, context), true),
      code('achievementClass', 'achievement-class', record.achievementClass),
      code('form', 'achievement-form', record.form),
      code('attribute', 'achievement-attribute', record.attribute),
      make('period', record.startDate ?? record.endDate, periodText(record.startDate, record.endDate, context)),
    ]),
    groupOf('rights', [
      make('ip', record.ip?.length ? record.ip : undefined, ipTable(record.ip, context), true),
      make('ownershipShares', record.ownershipShares, shares(record.ownershipShares, context)),
    ]),
    groupOf('people', [
      make('institutions', record.institutions, organisations(record.institutions, context), true),
      make('owner', record.owner, record.owner ? organisation(record.owner, context) : nothing),
      make('completers', record.completers, completers(record.completers, context), true),
      make('recommender', record.recommender, record.recommender ? organisation(record.recommender, context) : nothing),
    ]),
    groupOf('class', [
      make('fields', record.fields, conceptTexts(record.fields, context)),
      make('industries', record.industries, conceptTexts(record.industries, context)),
      make('socioEconomicGoals', record.socioEconomicGoals, conceptTexts(record.socioEconomicGoals, context)),
      code('region', 'region', record.region),
    ]),
    groupOf('documents', [
      make('publications', record.publications, publications(record.publications, context), true),
      make('media', record.media, media(record.media, context), true),
    ]),
    groupOf('notice', noticeFields(record, context, make)),
    groupOf('contact', [make('contact', record.contact, contact(record.contact))]),
    groupOf('origin', [
      make('registrationNo', record.registrationNo, plain(record.registrationNo)),
      make('secrecyLevel', record.secrecyLevel, plain(record.secrecyLevel)),
      make('origin', record.source.name, origin(record.source)),
      make('originId', record.source.id, plain(record.source.id)),
      make('publishedOn', record.publishedOn, dateText(record.publishedOn, context)),
      make('validUntil', record.validUntil, dateText(record.validUntil, context)),
      make('updatedAt', record.updatedAt, dateText(record.updatedAt.slice(0, 10), context)),
    ]),
  ];
}

type RecordGroupName = Extract<RecordKey, `group.${string}`> extends `group.${infer Name}` ? Name : never;

function dealFields(
  record: Achievement,
  context: FieldContext,
  make: Maker,
  text: (name: FieldName, map: LanguageMap | undefined) => RecordField | undefined,
): (RecordField | undefined)[] {
  const { l10n } = context;
  const { price, negotiable, openLicence, tryFirst } = record;
  const priceText = price ? moneyText(price, l10n) : negotiable ? l10n.t('field.negotiable') : nothing;
  const fee = openLicence?.fee && l10n.t('field.openLicenceFee', { price: moneyText(openLicence.fee, l10n) });
  const months = tryFirst?.freeMonths !== undefined && l10n.t('field.tryFirstMonths', { count: tryFirst.freeMonths });
  const conversion =
    tryFirst?.conversionPrice && l10n.t('field.tryFirstPrice', { price: moneyText(tryFirst.conversionPrice, l10n) });
  const offered = l10n.t('field.offered');
  return [
    make('transferModes', record.transferModes, codeTexts('transfer-mode', record.transferModes, context)),
    make('price', price ?? negotiable, priceText),
    make('pricingMethod', record.pricingMethod, codeText('pricing-method', record.pricingMethod, context)),
    make('paymentMode', record.paymentMode, codeText('payment-mode', record.paymentMode, context)),
    make('licenceKind', record.licenceKind, codeText('licence-kind', record.licenceKind, context)),
    make('territory', record.territory, localText(record.territory, context)),
    make('openLicence', openLicence, openLicence && lines([fee ?? offered, localText(openLicence.standard, context)])),
    make('tryFirst', tryFirst, tryFirst && lines([months || offered, conversion ?? nothing])),
    text('transferNote', record.transferNote),
  ];
}

function noticeFields(
  { publicNotice: notice }: Achievement,
  context: FieldContext,
  make: Maker,
): (RecordField | undefined)[] {
  if (!notice) return [];
  const { start, end, relatedParty, objectionContact } = notice;
  const { l10n } = context;
  return [
    make('noticePeriod', [start, end], periodText(start, end, context)),
    make('relatedParty', relatedParty, l10n.t(relatedParty ? 'field.relatedPartyYes' : 'field.relatedPartyNo')),
    make('objections', objectionContact, contact(objectionContact)),
  ];
}

function plain(value: string | undefined): unknown {
  return value === undefined ? nothing : html`<bdi>${value}</bdi>`;
}

function lines(parts: readonly unknown[]): TemplateResult {
  return html`${parts.filter((part) => part !== nothing).map((part) => html`<span class="line">${part}</span>`)}`;
}

function list(items: readonly unknown[]): unknown {
  if (items.length < 2) return items[0] ?? nothing;
  return html`<ul class="items">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

function points(texts: readonly LanguageMap[] = [], context: FieldContext): unknown {
  return list(texts.map((text) => localText(text, context)));
}

function organisations(all: Achievement['institutions'] = [], context: FieldContext): unknown {
  return list(all.map((each) => organisation(each, context)));
}

/** Maturity on every scale that it was stated on, with who says so and on what. */
function readiness(assessments: readonly Readiness[] = [], context: FieldContext): unknown {
  const { l10n } = context;
  const shown = assessments.flatMap(({ scheme, level, evidence, assessor, date }) => {
    const isTrl = scheme === 'iso-16290-2013' || scheme === 'gbt-22900';
    const label = codeText(scheme, String(level), context);
    const words = joined([isTrl ? l10n.t('field.trl', { level }) : nothing, label], context);
    if (words === nothing) return [];
    return lines([
      words,
      evidence ? html`${l10n.t('field.evidence')}: ${localText(evidence, context)}` : nothing,
      assessor === undefined ? nothing : html`${l10n.t('field.assessor')}: <bdi>${assessor}</bdi>`,
      dateText(date, context),
    ]);
  });
  return list(shown);
}

function evaluation(value: Achievement['evaluation'], context: FieldContext): unknown {
  if (!value) return nothing;
  const { l10n } = context;
  return lines([
    localText(value.conclusion, context),
    value.organiser === undefined ? nothing : l10n.t('field.organiser', { name: value.organiser }),
    value.reportNo === undefined ? nothing : l10n.t('field.reportNo', { number: value.reportNo }),
    dateText(value.date, context),
  ]);
}

function ipTable(rights: readonly IpRight[] = [], context: FieldContext): unknown {
  const { l10n } = context;
  return recordTable(
    l10n.t('field.ip'),
    [
      { label: l10n.t('ip.kind'), cell: ({ kind }) => codeText('ip-kind', kind, context) },
      { label: l10n.t('ip.title'), cell: ({ title }) => localText(title, context) },
      { label: l10n.t('ip.number'), cell: ({ patentNo, applicationNo }) => plain(patentNo ?? applicationNo) },
      { label: l10n.t('ip.status'), cell: ({ legalStatus }) => codeText('ip-legal-status', legalStatus, context) },
      { label: l10n.t('ip.filed'), cell: ({ filingDate }) => dateText(filingDate, context) },
      { label: l10n.t('ip.granted'), cell: ({ grantDate }) => dateText(grantDate, context) },
      { label: l10n.t('ip.expires'), cell: ({ expiryDate }) => dateText(expiryDate, context) },
      {
        label: l10n.t('ip.holders'),
        cell: ({ holders }) =>
          joined(
            (holders ?? []).map((each) => organisation(each, context)),
            context,
          ),
      },
      { label: l10n.t('ip.office'), cell: ({ office }) => plain(office) },
    ],
    rights,
  );
}

function shares(all: Achievement['ownershipShares'] = [], { l10n }: FieldContext): unknown {
  return list(all.map(({ holder, percent }) => html`<bdi>${holder}</bdi> ${l10n.number(percent)} %`));
}

function completers(people: Achievement['completers'] = [], context: FieldContext): unknown {
  if (people.length === 0) return nothing;
  return joined(
    people.map(({ name, affiliation }) => {
      const from = localText(affiliation, context);
      return html`<bdi>${name}</bdi>${from === nothing ? nothing : html` (${from})`}`;
    }),
    context,
  );
}

function publications(all: Achievement['publications'] = [], context: FieldContext): unknown {
  return list(
    all.map(({ title, url, doi, date }) => {
      const address = url ?? (doi === undefined ? undefined : `https://doi.org/${encodeURI(doi)}`);
      return html`${address === undefined ? plain(title) : link(address, title)} ${dateText(date, context)}`;
    }),
  );
}

/** Links, never the pictures themselves: they may lie with a third party that the page does not want to tell of its visitor. */
function media(all: Achievement['media'] = [], context: FieldContext): unknown {
  return list(
    all.map(({ url, title }) => {
      const words = localText(title, context);
      return link(url, words === nothing ? url : words);
    }),
  );
}

function contact(value: Achievement['contact']): unknown {
  return value ? contactLines(value) : nothing;
}

function origin({ name, url }: Achievement['source']): unknown {
  return url === undefined ? plain(name) : link(url, name);
}
