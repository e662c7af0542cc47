import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Courier } from '../../../src/server/delivery/courier.js';
import { enqueue } from '../../../src/server/delivery/enqueue.js';
import { writeLetter } from '../../../src/server/delivery/letter.js';
import { openMailer } from '../../../src/server/delivery/mail.js';
import type { MailData, Message } from '../../../src/server/delivery/message.js';
import { NASTY, nastyStrings } from '../../support/nasty.js';
import { describeStores } from '../../support/stores.js';
import { addSubmission, readLetter, startMailServer } from './support.js';

const reference = 'D26-AAAA-AAAA';
const data: MailData = { template: 'receipt', kind: 'demand', title: { 'zh-CN': '耐高温涂层' }, lang: 'zh-CN' };
const statusUrl = 'https://platform.example/submissions/D26-AAAA-AAAA?key=s3cret';

describe('letters', () => {
  const write = (more: Partial<MailData>) => writeLetter({ ...data, ...more }, { platform: '示范平台', reference });

  it('say in a receipt what happens next and where to look, in the language of the reader', () => {
    const zh = write({ statusUrl });
    expect(zh.subject).toBe('【示范平台】已收到您的技术需求（D26-AAAA-AAAA）');
    expect(zh.text).toContain('受理编号：D26-AAAA-AAAA');
    expect(zh.text).toContain('工作人员将尽快审核');
    expect(zh.text).toContain(`\n${statusUrl}\n`);
    const en = write({ statusUrl, lang: 'en-GB', kind: 'enquiry' });
    expect(en.subject).toBe('[示范平台] We have received your enquiry (D26-AAAA-AAAA)');
    expect(en.text).toContain('reply to you the way you asked for');
  });

  it('carry no text of a stranger in a receipt, whose address nobody has checked', () => {
    const { subject, text } = write({ title: { 'zh-CN': '中奖通知 https://evil.example' }, note: { en: 'evil' } });
    expect(subject + text).not.toMatch(/中奖|evil/);
  });

  it('say why something came back, where it is published, and why it was closed', () => {
    const note = { 'zh-CN': '请补充技术指标。\n例如温度。' };
    expect(write({ template: 'returned', note }).text).toContain('工作人员的说明：\n请补充技术指标。\n例如温度。');
    const recordUrl = 'https://platform.example/demands/x';
    expect(write({ template: 'published', recordUrl }).text).toContain(recordUrl);
    expect(write({ template: 'closed', reason: 'not-our-field' }).text).toContain('原因：不属于本单位领域');
    expect(write({ template: 'closed', reason: 'not-our-field', lang: 'en' }).text).toContain('Reason: Not our field');
  });

  it('tell the office what has come without saying from whom', () => {
    const { subject, text } = write({ template: 'office-new' });
    expect(subject).toBe('【示范平台】收到新的技术需求（D26-AAAA-AAAA）');
    expect(text).toContain('耐高温涂层');
    expect(text).not.toContain('您好');
  });
});

describeStores('mail', (given) => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  beforeAll(async () => {
    server = await startMailServer((address) => {
      if (address.startsWith('unknown')) return { code: 550, text: `no such user ${address}` };
      return address.startsWith('later') ? { code: 451, text: 'try again later' } : undefined;
    });
  });
  afterAll(() => server.stop());
  afterEach(() => server.letters.splice(0));

  const put = (payload: MailData, target: 'submitter' | 'office' = 'submitter', of = reference): Promise<void> => {
    const message: Message = { channel: 'mail', reference: of, target, payload };
    return given().database.transaction((tx) => enqueue(tx, message));
  };
  const deliver = async (more: { office?: string; smtpUrl?: string } = {}): Promise<string[]> => {
    const { messages } = given().store;
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const options = { smtpUrl: server.url, from: 'desk@platform.example', ...more };
    const mailer = await openMailer(options, { messages, platform: '示范平台' });
    await new Courier({ channel: 'mail', deliver: mailer.deliver, messages, logger, slots: 50 }).look();
    mailer.close();
    return lines;
  };

  it('goes to the address of the submitter, is plain text, and the secret address is forgotten', async () => {
    await addSubmission(given().database, { reference, email: 'li@example.org' });
    await put({ ...data, statusUrl });
    await deliver();
    const [letter] = server.letters;
    expect(letter).toMatchObject({ from: 'desk@platform.example', to: ['li@example.org'] });
    const { headers, text } = readLetter(letter?.raw ?? '');
    expect(headers.subject).toBe('【示范平台】已收到您的技术需求（D26-AAAA-AAAA）');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['auto-submitted']).toBe('auto-generated');
    expect(headers['message-id']).toMatch(/^<msg_\w+@platform\.example>$/);
    expect(text).toContain(statusUrl);
    const [{ payload } = { payload: '' }] = await given().database.query<{ payload: string }>(
      'SELECT payload::text AS payload FROM messages',
    );
    expect(payload).not.toContain('s3cret');
  });

  it('goes to nobody who was erased or has withdrawn the consent since', async () => {
    const { database } = given();
    await addSubmission(database, { reference, email: 'li@example.org' });
    await addSubmission(database, { reference: 'D26-BBBB-BBBB', email: 'wang@example.org' });
    await put(data);
    await put(data, 'submitter', 'D26-BBBB-BBBB');
    await database.query('DELETE FROM submitters WHERE reference = $1', [reference]);
    await database.query('UPDATE consents SET withdrawn_at = now() WHERE reference = $1', ['D26-BBBB-BBBB']);
    await deliver();
    expect(server.letters).toEqual([]);
    expect(await given().store.messages.count()).toEqual([]);
  });

  it('goes to the office where there is one', async () => {
    await put({ ...data, template: 'office-new' }, 'office');
    await deliver({ office: 'office@platform.example' });
    expect(server.letters.map(({ to }) => to)).toEqual([['office@platform.example']]);
    await put({ ...data, template: 'office-new' }, 'office');
    await deliver();
    expect(server.letters).toHaveLength(1);
  });

  it('is given up where the server does not know the reader, else tried again, and no log names anybody', async () => {
    const { database, store } = given();
    await addSubmission(database, { reference, email: 'unknown@example.org' });
    await addSubmission(database, { reference: 'D26-BBBB-BBBB', email: 'later@example.org' });
    await put(data);
    await put(data, 'submitter', 'D26-BBBB-BBBB');
    const log = await deliver();
    expect(await store.messages.list()).toMatchObject([
      { reference, state: 'failed', error: 'EENVELOPE 550 RCPT TO' },
      { reference: 'D26-BBBB-BBBB', state: 'waiting', error: 'EENVELOPE 451 RCPT TO' },
    ]);
    expect(log.join('')).toContain('EENVELOPE 550');
    expect(log.join('') + JSON.stringify(await store.messages.list())).not.toMatch(/@example\.org/);
  });

  it('waits for a server that is not there', async () => {
    await addSubmission(given().database, { reference, email: 'li@example.org' });
    await put(data);
    await deliver({ smtpUrl: 'smtp://127.0.0.1:1' });
    expect(await given().store.messages.list()).toMatchObject([{ state: 'waiting', error: /^ECONNREFUSED|ESOCKET/ }]);
  });

  it.skipIf(!existsSync(NASTY))(
    existsSync(NASTY) ? 'brings every nasty text as it is, and none begins a header' : `(skipped: no ${NASTY})`,
    async () => {
      const { database } = given();
      // A database keeps neither, so neither can be in a letter
      const texts = nastyStrings().filter((text) => !/\0|\p{Surrogate}/u.test(text));
      expect(texts.length).toBeGreaterThan(500);
      await addSubmission(database, { reference, email: 'li@example.org' });
      const notes = [];
      for (let at = 0; at < texts.length; at += 25) notes.push(texts.slice(at, at + 25).join('\n.\n'));
      for (const note of notes) await put({ ...data, template: 'returned', title: { en: note }, note: { en: note } });
      await deliver();
      expect(server.letters).toHaveLength(notes.length);
      const plain = (text: string): string => text.replace(/\r\n?/g, '\n');
      const letters = server.letters.map(({ raw }) => readLetter(raw));
      for (const { headers } of letters) {
        expect(Object.keys(headers).toSorted()).toEqual([
          'auto-submitted',
          'content-transfer-encoding',
          'content-type',
          'date',
          'from',
          'message-id',
          'mime-version',
          'subject',
          'to',
        ]);
        expect(headers.subject).toBe('【示范平台】您的技术需求需要修改（D26-AAAA-AAAA）');
      }
      const bodies = letters.map(({ text }) => plain(text));
      for (const note of notes) {
        expect(bodies.some((body) => body.includes(`工作人员的说明：\n${plain(note)}\n`))).toBe(true);
      }
    },
  );
});
