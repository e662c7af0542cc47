import { codeLists } from '../../domain/code-lists/index.js';
import { pickText } from '../../domain/language.js';
import type { CodeLabels } from '../../domain/page.js';
import type { RecordKind } from '../../domain/record.js';
import type { Language } from '../language.js';

/** The code list of each field that holds bare codes. Concepts and readiness name theirs themselves, as `scheme`. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['absence', 'figure-absence'],
  ['achievementClass', 'achievement-class'],
  ['applicationState', 'application-state'],
  ['attribute', 'achievement-attribute'],
  ['basis', 'indicator-basis'],
  ['carrierType', 'carrier-type'],
  ['cooperationModes', 'cooperation-mode'],
  ['demandType', 'demand-type'],
  ['eventType', 'event-type'],
  ['form', 'achievement-form'],
  ['ip.kind', 'ip-kind'],
  ['legalStatus', 'ip-legal-status'],
  ['level', 'achievement-level'],
  ['method', 'indicator-method'],
  ['licenceKind', 'licence-kind'],
  ['paymentMode', 'payment-mode'],
  ['pricingMethod', 'pricing-method'],
  ['region', 'region'],
  ['services', 'service-type'],
  ['transferModes', 'transfer-mode'],
]);

/** Fields that mean something else in records of one kind. */
function listOf(kind: RecordKind, field: string): string | undefined {
  return kind === 'incubator' && field === 'level' ? 'carrier-level' : LISTS.get(field);
}

/** The entries of each list by code: some lists are long, and a page asks for many codes. */
const entries = new Map(
  [...codeLists].map(([id, list]) => [id, new Map(list.entries.map((entry) => [entry.code, entry]))] as const),
);

/**
 * What the codes inside `records` are called in `lang`, so that a page shows words without carrying code lists. A code
 * that no list knows has no label.
 */
export function recordLabels(kind: RecordKind, records: readonly object[], lang: Language): CodeLabels {
  const labels: Record<string, string> = {};
  const add = (scheme: string, code: string): void => {
    const entry = entries.get(scheme)?.get(code);
    const label = pickText(entry?.label, lang)?.text;
    if (label !== undefined) labels[`${scheme}.${code}`] = label;
  };
  const visit = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      const list = listOf(kind, field);
      if (list !== undefined) add(list, value);
    } else if (Array.isArray(value)) {
      for (const each of value) visit(each, field);
    } else if (typeof value === 'object' && value !== null) {
      const { scheme, code, level } = value as Readonly<Record<string, unknown>>;
      const term = code ?? level;
      if (typeof scheme === 'string' && (typeof term === 'string' || typeof term === 'number'))
        add(scheme, String(term));
      else for (const [name, each] of Object.entries(value)) visit(each, name === 'kind' ? `${field}.kind` : name);
    }
  };
  for (const record of records) visit(record, '');
  return labels;
}
