import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AchievementSubmission, DemandSubmission, EnquirySubmission } from '../../../src/domain/submission.js';
import { Problem } from '../../../src/domain/problem.js';
import { isStorable } from '../../../src/server/store/storable.js';
import type { Platform } from '../../../src/server/platform.js';
import type { Store } from '../../../src/server/store/store.js';
import { NASTY, nastyStrings } from '../../support/nasty.js';
import { openTestStore } from '../../support/stores.js';
import { openBrowser } from '../pages/support.js';
import { postSubmission } from './submission-support.js';
import { startQuietly } from './support.js';

/** Texts in several languages take a text in each, so that fewer submissions carry all of them. */
const LANGUAGES = ['zh-CN', 'en', 'fr', 'ja', 'ko', 'de', 'ru', 'es'];
type Texts = readonly [string, ...string[]];
const map = (texts: Texts): Record<string, string> =>
  Object.fromEntries(texts.map((text, at) => [LANGUAGES[at], text]));
const consents = (text: string) => [
  { purpose: 'contact', recipient: text.slice(0, 200) || 'x', textVersion: 'contact-2026-11-29' },
];
/** Short fields take the start of a text: what it is about is there. */
const short = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '') || 'x';

const submitter = ([text, ...more]: Texts) => ({
  organisation: { name: map([text, ...more]) },
  person: short(text, 200),
  role: short(text, 200),
  email: 'office@bearing.example',
});

function demand(texts: Texts): DemandSubmission {
  const [text] = texts;
  return {
    draft: {
      kind: 'demand',
      lang: 'zh-CN',
      title: map(texts),
      summary: map(texts),
      problem: map(texts),
      requirements: map(texts),
      context: map(texts),
      attemptedSolutions: map(texts),
      constraints: map(texts),
      ipExpectation: map(texts),
      owner: { name: map(texts) },
      contact: { name: short(text, 200), phone: short(text, 50) },
      keywords: { 'zh-CN': [...texts], en: [...texts] },
      indicators: [{ name: map(texts), operator: '>=', value: 1, unit: short(text, 50) }],
      budget: { text },
      demandType: short(text, 200),
      fields: [{ scheme: 'text', code: short(text, 200) }],
    },
    submitter: submitter(texts),
    consents: consents(text),
  };
}

function achievement(texts: Texts): AchievementSubmission {
  const [text] = texts;
  return {
    draft: {
      kind: 'achievement',
      lang: 'zh-CN',
      title: map(texts),
      benefit: map(texts),
      problemSolved: map(texts),
      innovationPoints: texts.map((each) => map([each])),
      indicators: map(texts),
      transferNote: map(texts),
      territory: map(texts),
      completers: [{ name: short(text, 200), affiliation: map(texts) }],
      institutions: [{ name: map(texts) }],
      recommender: { name: map(texts) },
      ip: [{ kind: 'invention', title: map(texts), applicationNo: short(text, 100), holders: [{ name: map(texts) }] }],
      readiness: [{ scheme: 'iso-16290-2013', level: 5, evidence: map(texts), assessor: text }],
      keywords: { 'zh-CN': [...texts] },
    },
    submitter: submitter(texts),
    consents: consents(text),
  };
}

function enquiry(texts: Texts): EnquirySubmission {
  const [text] = texts;
  return {
    draft: {
      kind: 'enquiry',
      about: { kind: 'achievement', id: 'a1', title: text },
      topic: short(text, 200),
      message: text,
      lang: 'zh-CN',
      budget: { text },
    },
    submitter: submitter(texts),
    consents: consents(text),
  };
}

/** An enquiry has the fields of one line only, so that each takes every text. */
const KINDS = [
  ['demands', demand, 8],
  ['achievements', achievement, 8],
  ['enquiries', enquiry, 1],
] as const;

/** The texts in groups; one that no database keeps is in a group of its own. */
function groupsOf(texts: readonly string[], size: number): Texts[] {
  const sound = texts.filter(isStorable);
  const groups: Texts[] = texts.filter((text) => !isStorable(text)).map((text) => [text]);
  for (let at = 0; at < sound.length; at += size) {
    const [first, ...more] = sound.slice(at, at + size);
    if (first !== undefined) groups.push([first, ...more]);
  }
  return groups;
}

describe.skipIf(!existsSync(NASTY))('submissions of texts that broke other programs', () => {
  let store: Store;
  let platform: Platform;
  let browser: Browser;
  beforeAll(async () => {
    store = await openTestStore();
    platform = await startQuietly({ store });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await platform.close();
  });

  it.each(KINDS)(
    'are stored as they are or refused with the place, in every field of %s',
    async (kinds, make, size) => {
      const texts = [...new Set(nastyStrings())];
      expect(texts.length).toBeGreaterThan(1000);
      const rest = groupsOf(texts, size).values();
      let taken = 0;
      const client = async (): Promise<void> => {
        for (const group of rest) {
          const [text] = group;
          const body = make(group);
          const response = await postSubmission(platform, body, { kinds });
          if (response.status === 202) {
            const { reference } = (await response.json()) as { reference: string };
            const kept = await store.desk.get(reference);
            expect([kept?.draft, kept?.submitter]).toEqual([body.draft, body.submitter]);
            taken += group.length;
          } else {
            const { status, errors = [] } = Problem.parse(await response.json());
            expect([text, status, isStorable(text)]).toEqual([text, 422, false]);
            expect(errors.map(({ code }) => code)).toContain('invalid_text');
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, client));
      expect(taken).toBe(texts.filter(isStorable).length);
    },
    300_000,
  );

  it('are text on the page of a submission, whatever they look like', async () => {
    const texts = nastyStrings().filter((text) => isStorable(text) && /[<>&"'`]/.test(text));
    const page = await browser.newPage();
    const alarms: string[] = [];
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') alarms.push(message.text());
    });
    const step = Math.ceil(texts.length / 40);
    for (const text of texts.filter((_, at) => at % step === 0)) {
      const { statusUrl } = (await (await postSubmission(platform, demand([text]))).json()) as { statusUrl: string };
      await page.goto(statusUrl);
      // White space around a text is the template's
      expect((await page.locator('h1').textContent())?.trim()).toBe(text.trim());
    }
    expect(alarms).toEqual([]);
  }, 120_000);
});
