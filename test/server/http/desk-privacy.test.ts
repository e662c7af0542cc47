import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Enquirer } from '../../../src/domain/index.js';
import { chinaDay } from '../../../src/server/indicators/computed-series.js';
import {
  CONTACT,
  dayFromToday,
  demandDraft,
  insertSubmission,
  putOnNotice,
  submitter,
} from '../../support/submissions.js';
import { recordingLogger } from './support.js';
import { describeDesk } from './desk-support.js';

const { logger, lines } = recordingLogger();

describeDesk(
  'personal data at the desk',
  (given) => {
    const contact = { name: '王小明', phone: '0571-88000000' };
    const addFile = async (name = '图纸.pdf', uploadedAt?: string): Promise<string> => {
      const { store, database } = given();
      const bytes = Buffer.from('%PDF-1.7\n');
      const part = { idempotencyKey: randomUUID(), name, size: bytes.byteLength, offset: 0, bytes };
      const state = await store.submissions.addPart(part);
      if (!('attachment' in state)) throw new Error('the file was not taken');
      const { id } = state.attachment;
      if (uploadedAt !== undefined) {
        await database.query('UPDATE attachments SET uploaded_at = $2::timestamptz WHERE id = $1', [id, uploadedAt]);
      }
      return id;
    };
    /** Everything that the database knows, as one text. */
    const dump = async (): Promise<string> => {
      const { database } = given();
      const tables = [
        'submissions',
        'submitters',
        'revisions',
        'attachments',
        'attachment_parts',
        'objections',
        'messages',
        'records',
        'audit',
      ];
      const texts = await Promise.all(
        tables.map((table) =>
          database.query<{ all: string }>(`SELECT coalesce(json_agg(t)::text, '') AS all FROM ${table} t`),
        ),
      );
      return texts.map(([row]) => row?.all).join('\n');
    };

    it('is exported for whom it is about, and that is noted', async () => {
      const file = await addFile();
      const { reference, draft } = await insertSubmission(given().database, { attachments: [file] });
      const desk = await given().desk();
      expect(await desk.personalData(reference)).toEqual({
        reference,
        submitter,
        draft,
        consents: [{ ...CONTACT, at: expect.any(String) as string }],
        attachments: [{ id: file, name: '图纸.pdf', mediaType: 'application/pdf', size: 9 }],
      });
      expect((await desk.get(reference)).history.at(-1)).toMatchObject({ action: 'export', actor: '张工' });
      const reader = await given().desk(['desk', 'publish']);
      await expect(reader.personalData(reference)).rejects.toMatchObject({ status: 403 });
      await expect(reader.erase(reference)).rejects.toMatchObject({ status: 403 });
      await expect(desk.personalData('D26-0000-0000')).rejects.toMatchObject({ status: 404 });
    });

    it('is erased everywhere, while what was published stays', async () => {
      const { reference } = await insertSubmission(given().database, {
        status: 'firstReview',
        draft: demandDraft('带联系方式的需求', { contact }),
        attachments: [await addFile()],
      });
      const desk = await given().desk();
      await desk.edit(reference, { draft: { ...demandDraft('改过的需求', { contact }) }, version: 1 });
      const { recordId = '' } = await desk.transition(reference, { to: 'published', version: 2 });
      expect(await dump()).toContain('王小明');
      const erased = await desk.erase(reference);
      expect(erased).not.toHaveProperty('submitter');
      expect(erased).not.toHaveProperty('organisation');
      expect(erased).toMatchObject({ attachments: [], consents: [{ purpose: 'contact' }], version: 4 });
      expect(erased.history.at(-1)).toMatchObject({ action: 'erase' });
      expect(await dump()).not.toMatch(/王小明|0571|wang@/);
      const record = (await (await given().ask(`/api/v1/demands/${recordId}`)).json()) as object;
      expect(record).toMatchObject({ title: { 'zh-CN': '改过的需求' }, owner: submitter.organisation });
      expect(record).not.toHaveProperty('contact');
      expect((await desk.erase(reference)).version).toBe(4);
      // A later correction keeps the organisation that the record names
      const corrected = await desk.edit(reference, { draft: { ...demandDraft('再改') }, version: 4 });
      expect(corrected.version).toBe(5);
      expect(await (await given().ask(`/api/v1/demands/${recordId}`)).json()).toMatchObject({
        owner: submitter.organisation,
      });
    });

    it('is erased from a record that is out of sight, too', async () => {
      const { reference } = await insertSubmission(given().database, {
        status: 'firstReview',
        draft: demandDraft('洽谈中的需求', { contact }),
      });
      const desk = await given().desk();
      await desk.transition(reference, { to: 'published', version: 1 });
      await desk.transition(reference, { to: 'negotiating', version: 2 });
      await desk.erase(reference);
      expect(await dump()).not.toMatch(/王小明|0571/);
    });

    it('is erased from the words of an enquiry', async () => {
      const { reference } = await insertSubmission(given().database, {
        kind: 'enquiry',
        draft: { kind: 'enquiry', topic: 'licence', message: '我是王小明，请致电 0571-88000000。', lang: 'zh-CN' },
      });
      const erased = await (await given().desk()).erase(reference);
      expect(erased.draft).toMatchObject({ topic: 'licence', message: '（个人信息已删除）' });
      expect(await dump()).not.toMatch(/王小明|0571/);
    });

    it('of an objector is erased apart', async () => {
      const { reference } = await insertSubmission(given().database);
      await putOnNotice(given().database, reference, dayFromToday(-1), dayFromToday(14));
      const from: Enquirer = { person: '孙七', phone: '13900000000' };
      const { id } = await given().store.desk.object(reference, {
        text: '有异议',
        from,
        isByProgram: false,
        idempotencyKey: 'k1',
      });
      const token = await given().token();
      const path = `/api/v1/desk/submissions/${reference}/objections/${id}/personal-data`;
      expect((await given().ask(path, { token, method: 'DELETE' })).status).toBe(200);
      expect(await dump()).not.toContain('孙七');
      expect((await (await given().desk()).get(reference)).objections).toMatchObject([{ text: '有异议' }]);
    });

    it('is erased when the period of the operator is over, and not before', async () => {
      const { database, store } = given();
      const old = await insertSubmission(database, { status: 'closed', attachments: [await addFile()] });
      const fresh = await insertSubmission(database, { status: 'closed' });
      const waiting = await insertSubmission(database);
      const settledAt = (reference: string, days: number) =>
        database.query(`UPDATE submissions SET settled_at = $2::timestamptz WHERE reference = $1`, [
          reference,
          `${dayFromToday(days)}T00:00:00Z`,
        ]);
      await settledAt(old.reference, -800);
      await settledAt(fresh.reference, -100);
      const newFile = await addFile('y.pdf');
      await addFile('x.pdf', `${dayFromToday(-3)}T00:00:00Z`);
      const limits = {
        settledBefore: `${dayFromToday(-730)}T00:00:00Z`,
        unclaimedBefore: `${dayFromToday(-1)}T00:00:00Z`,
        source: '示例平台',
      };
      expect(await store.desk.retain(limits)).toEqual({ erased: 1, orphans: 1 });
      expect(await store.desk.get(old.reference)).not.toHaveProperty('submitter');
      expect((await store.desk.get(old.reference))?.history.at(-1)).toMatchObject({
        action: 'erase',
        actor: 'platform',
      });
      for (const { reference } of [fresh, waiting]) {
        expect(await store.desk.get(reference)).toMatchObject({ submitter });
      }
      expect(await database.query('SELECT id FROM attachments ORDER BY id')).toEqual([{ id: newFile }]);
      expect(await store.desk.retain(limits)).toEqual({ erased: 0, orphans: 0 });
      expect(chinaDay(new Date())).toBe(dayFromToday(0));
    });

    it('of a file is saved, never shown', async () => {
      const file = await addFile('图纸(A).pdf');
      await insertSubmission(given().database, { attachments: [file] });
      const unclaimed = await addFile();
      const token = await given().token(['desk']);
      const answer = await given().ask(`/api/v1/desk/attachments/${file}`, { token });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('%PDF-1.7\n');
      const header = (name: string): string | null => answer.headers.get(name);
      expect(header('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
      expect(decodeURIComponent(header('content-disposition') ?? '')).toMatch(/图纸.*A.*\.pdf$/);
      expect(header('content-type')).toBe('application/pdf');
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('content-security-policy')).toContain('sandbox');
      expect(header('cache-control')).toBe('no-store');
      expect((await given().ask(`/api/v1/desk/attachments/${file}`)).status).toBe(401);
      for (const id of [unclaimed, 'nothing', '%00']) {
        expect((await given().ask(`/api/v1/desk/attachments/${id}`, { token })).status).toBe(404);
      }
    });

    it('never stands in the log', () => {
      expect(lines.length).toBeGreaterThan(20);
      expect(lines.join('\n')).not.toMatch(/王小明|0571|wang@|孙七|图纸|yn_/);
    });
  },
  { logger },
);

describeDesk('the audit trail over HTTP', (given) => {
  it('is verified for those who answer for it, and tells where it was broken', async () => {
    await insertSubmission(given().database);
    const second = await insertSubmission(given().database);
    const desk = await given().desk(['privacy']);
    const whole = await desk.verifyAudit();
    expect(whole).toEqual({ entries: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    await expect((await given().desk(['desk'])).verifyAudit()).rejects.toMatchObject({ status: 403 });
    const { database } = given();
    const forge = async (actor: string): Promise<void> => {
      await database.query('ALTER TABLE audit DISABLE TRIGGER audit_append_only');
      await database.query('UPDATE audit SET actor = $2 WHERE reference = $1', [second.reference, actor]);
      await database.query('ALTER TABLE audit ENABLE TRIGGER audit_append_only');
    };
    await forge('nobody');
    expect(await desk.verifyAudit()).toMatchObject({ entries: 1, brokenAt: 2 });
    await forge('submitter');
    expect(await desk.verifyAudit()).toEqual(whole);
  });
});
