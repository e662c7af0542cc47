import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemandSubmission } from '../../src/domain/submission.js';
import type { Platform } from '../../src/server/platform.js';
import { isStorable } from '../../src/server/store/storable.js';
import { postSubmission } from '../server/http/submission-support.js';
import { startQuietly } from '../server/http/support.js';
import { openBrowser } from '../server/pages/support.js';
import { NASTY, nastyStrings } from '../support/nasty.js';
import { openTestStore } from '../support/stores.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FIELDS = ['title', 'summary', 'problem', 'requirements', 'context', 'constraints', 'ipExpectation'] as const;
const LANGUAGES = ['zh-CN', 'en', 'fr', 'ja', 'ko', 'de', 'ru', 'es'];
const PER_BODY = FIELDS.length * LANGUAGES.length;

/** A demand whose every text is another one of `texts`. */
function demandOf(texts: readonly string[], person: string): DemandSubmission {
  const draft = FIELDS.map((field, row) => {
    const own = texts.slice(row * LANGUAGES.length, (row + 1) * LANGUAGES.length);
    return [field, Object.fromEntries(own.map((text, at) => [LANGUAGES[at], text]))] as const;
  }).filter(([, map]) => Object.keys(map).length > 0);
  return {
    draft: { kind: 'demand', lang: 'zh-CN', ...Object.fromEntries(draft) } as DemandSubmission['draft'],
    submitter: { organisation: { name: { 'zh-CN': texts[0] ?? 'x' } }, person, email: 'office@bearing.example' },
    consents: [{ purpose: 'contact', recipient: 'x', textVersion: 'contact-2026-11-29' }],
  };
}

const isThere = existsSync(NASTY);
const title = 'nasty texts at the desk';
describe.skipIf(!isThere)(isThere ? title : `${title} (skipped: ${NASTY} is absent)`, () => {
  let platform: Platform;
  let browser: Browser;
  let token: string;

  beforeAll(async () => {
    const store = await openTestStore();
    token = (await store.createToken({ label: '办公室', scopes: ['desk', 'privacy'] })).secret;
    platform = await startQuietly({ store, www: `${root}demo` });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });

  it('show as they were sent, and nothing of them runs', { timeout: 300_000 }, async () => {
    const texts = [...new Set(nastyStrings())].filter((text) => isStorable(text));
    expect(texts.length).toBeGreaterThan(500);
    const page = await browser.newPage();
    const accidents: string[] = [];
    page.on('dialog', (dialog) => {
      accidents.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => accidents.push(message));
    page.on('console', (message) => void (message.type() === 'error' && accidents.push(message.text())));
    await page.goto(`${platform.url}/desk.html`);
    const desk = page.locator('yn-review-desk');
    await desk.getByLabel('操作员令牌').fill(token);
    await page.keyboard.press('Enter');
    await desk.getByText('共 0 件').waitFor();

    for (let at = 0; at < texts.length; at += PER_BODY) {
      const own = texts.slice(at, at + PER_BODY);
      const person = `示例联系人第${at}号`;
      const answer = await postSubmission(platform, demandOf(own, person));
      expect(answer.status, await answer.clone().text()).toBe(202);
      const { reference } = (await answer.json()) as { reference: string };
      await desk.getByPlaceholder('查找编号、名称或单位').fill(reference);
      await desk.getByRole('button', { name: '查找' }).click();
      await desk.getByText(reference).first().click();
      await desk.getByText(person).waitFor();
      const { shown, foreign } = await desk.evaluate((element) => ({
        shown: element.shadowRoot?.textContent ?? '',
        foreign: element.shadowRoot?.querySelectorAll('script, img, iframe, object, embed, base, meta, link').length,
      }));
      const plain = (text: string): string => text.replaceAll(/\s+/g, '');
      for (const text of own) expect(plain(shown), JSON.stringify(text)).toContain(plain(text));
      expect(foreign).toBe(0);
    }
    expect(accidents).toEqual([]);
  });
});
