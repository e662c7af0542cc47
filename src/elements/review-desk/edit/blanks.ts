import { isObject } from '../fields/desk-leaves.js';

const TEXT = { 'zh-CN': '' } as const;
const MONEY = { amount: '', currency: 'CNY', unit: '万元' } as const;
const INDICATOR = { name: TEXT, operator: '>=', value: '', unit: '' } as const;

const SHARED = {
  summary: TEXT,
  owner: { name: TEXT },
  validUntil: '',
  region: '',
  keywords: { 'zh-CN': [''] },
} as const;

/** Fields that a draft may lack and an operator may add, by kind, as they look before anything is filled in. */
export const BLANKS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  demand: {
    ...SHARED,
    problem: TEXT,
    indicators: [INDICATOR],
    requirements: TEXT,
    context: TEXT,
    attemptedSolutions: TEXT,
    constraints: TEXT,
    demandType: '',
    cooperationModes: [''],
    budget: { min: MONEY, max: MONEY },
    deadline: '',
    ipExpectation: TEXT,
    contact: { name: '', phone: '', email: '' },
  },
  achievement: {
    ...SHARED,
    benefit: TEXT,
    problemSolved: TEXT,
    innovationPoints: [TEXT],
    indicators: TEXT,
    comparison: TEXT,
    economics: TEXT,
    applications: TEXT,
    achievementClass: '',
    level: '',
    form: '',
    applicationState: '',
    transferModes: [''],
    price: MONEY,
    transferNote: TEXT,
    contact: { name: '', phone: '', email: '' },
  },
  enquiry: { neededBy: '' },
};

/** The same shape with nothing in it: another entry for a list. */
export function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(emptied);
  if (isObject(value))
    return Object.fromEntries(
      // What an amount is counted in, or a code is taken from, is most often the same
      Object.entries(value).map(([key, each]) => [key, KEPT.has(key) ? each : emptied(each)]),
    );
  return typeof value === 'boolean' ? false : '';
}

const KEPT: ReadonlySet<string> = new Set(['currency', 'unit', 'scheme', 'operator', 'office']);

/** A draft without what was left empty; an amount without a figure is no amount. */
export function filled(value: unknown): unknown {
  if (value === '' || value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(filled).filter((each) => each !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, filled(each)] as const)
    .filter(([, each]) => each !== undefined);
  const says = entries.some(([key]) => !KEPT.has(key));
  return says ? Object.fromEntries(entries) : undefined;
}
