import { pickText } from '../language.js';
import { achievementAttribute } from './achievement-attribute.js';
import { achievementClass } from './achievement-class.js';
import { achievementForm } from './achievement-form.js';
import { achievementLevel } from './achievement-level.js';
import { applicationState } from './application-state.js';
import { carrierLevel } from './carrier-level.js';
import { carrierType } from './carrier-type.js';
import { clc } from './clc.js';
import { closeReason } from './close-reason.js';
import type { CodeList } from './code-list.js';
import { consentPurpose } from './consent-purpose.js';
import { cooperationMode } from './cooperation-mode.js';
import { demandType } from './demand-type.js';
import { enquiryTopic } from './enquiry-topic.js';
import { eventType } from './event-type.js';
import { figureAbsence } from './figure-absence.js';
import { financeProduct } from './finance-product.js';
import { hightech8 } from './hightech-8.js';
import { indicatorBasis } from './indicator-basis.js';
import { indicatorMethod } from './indicator-method.js';
import { ipKind } from './ip-kind.js';
import { ipLegalStatus } from './ip-legal-status.js';
import { licenceKind } from './licence-kind.js';
import { organisationNature } from './organisation-nature.js';
import { paymentMode } from './payment-mode.js';
import { planSection } from './plan-section.js';
import { pricingMethod } from './pricing-method.js';
import { readinessCn13 } from './readiness-cn-13.js';
import { readinessCnRegistration3 } from './readiness-cn-registration-3.js';
import { readinessIso16290 } from './readiness-iso-16290-2013.js';
import { recordStatus } from './record-status.js';
import { region } from './region.js';
import { serviceType } from './service-type.js';
import { techMarket11 } from './tech-market-11.js';
import { transferMode } from './transfer-mode.js';
import { zjHubs } from './zj-hubs.js';

/** Every code list that we ship, by id. Pages get their labels from the platform, so that no bundle carries them. */
export const codeLists: ReadonlyMap<string, CodeList> = new Map(
  [
    recordStatus,
    achievementClass,
    achievementForm,
    achievementAttribute,
    achievementLevel,
    applicationState,
    readinessCnRegistration3,
    readinessIso16290,
    readinessCn13,
    ipKind,
    ipLegalStatus,
    transferMode,
    licenceKind,
    pricingMethod,
    paymentMode,
    hightech8,
    techMarket11,
    zjHubs,
    clc,
    region,
    demandType,
    cooperationMode,
    carrierType,
    carrierLevel,
    eventType,
    indicatorBasis,
    figureAbsence,
    indicatorMethod,
    planSection,
    financeProduct,
    serviceType,
    enquiryTopic,
    closeReason,
    consentPurpose,
    organisationNature,
  ].map((list) => [list.id, list]),
);

/**
 * The lists that state a technical field. A facet's value carries the code alone, so no code stands in two of them.
 */
export const FIELD_SCHEMES = ['hightech-8', 'tech-market-11', 'zj-hubs', 'clc'] as const;

/** The label of a code in `lang`, else in another language we have, else the code itself. */
export function codeLabel(listId: string, code: string, lang: string): string {
  const entry = codeLists.get(listId)?.entries.find((candidate) => candidate.code === code);
  return pickText(entry?.label, lang)?.text ?? code;
}

const normalise = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Each list's spellings, made when a list is first searched: an import looks up every row. */
const spellings = new Map<string, ReadonlyMap<string, string>>();

function spellingsOf(list: CodeList): ReadonlyMap<string, string> {
  const known = spellings.get(list.id);
  if (known) return known;
  const made = new Map<string, string>();
  for (const { code, label, aliases = [] } of list.entries) {
    for (const spelling of [code, ...Object.values(label), ...aliases]) made.set(normalise(spelling), code);
  }
  spellings.set(list.id, made);
  return made;
}

/**
 * The code that `text` means in a list: a code, a label in any language or a spelling met in real data. Width, case and
 * surrounding space do not matter. Nothing when the list or the text is unknown.
 */
export function findCode(listId: string, text: string): string | undefined {
  const list = codeLists.get(listId);
  return list && spellingsOf(list).get(normalise(text));
}
