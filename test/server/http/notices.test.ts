import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ObjectionReceipt, PublicNotice } from '../../../src/domain/index.js';
import { dayFromToday, demandDraft, insertSubmission, putOnNotice } from '../../support/submissions.js';
import { describeDesk } from './desk-support.js';

describeDesk('public notices', (given) => {
  const notices = async (query = ''): Promise<{ total: number; items: PublicNotice[]; nextCursor?: string }> =>
    (await (await given().ask(`/api/v1/notices${query}`)).json()) as never;
  const object = (reference: string, body: object = { text: '该成果并非由其完成。' }, key: string = randomUUID()) =>
    given().ask(`/api/v1/notices/${reference}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const onNotice = async (start = dayFromToday(-3), end = dayFromToday(15)): Promise<string> => {
    const { reference } = await insertSubmission(given().database, { status: 'review' });
    await putOnNotice(given().database, reference, start, end);
    return reference;
  };

  it('begin today, run for fifteen days and more, and tell what is to be published', async () => {
    const { reference } = await insertSubmission(given().database, { status: 'review' });
    const desk = await given().desk();
    const end = dayFromToday(14);
    const after = await desk.transition(reference, {
      to: 'publicNotice',
      version: 1,
      notice: { end, relatedParty: true },
    });
    expect(after).toMatchObject({ status: 'publicNotice', notice: { start: dayFromToday(0), end } });
    const step = after.steps.find(({ to }) => to === 'published');
    expect(step?.blocked).toContain(end);
    expect(await notices()).toMatchObject({ total: 1 });
    expect((await notices()).items).toEqual([
      {
        reference,
        kind: 'demand',
        title: { 'zh-CN': '高速电机轴承的长寿命润滑' },
        summary: { 'zh-CN': '轴承在每分钟三万转下两百小时后失效。' },
        organisation: { 'zh-CN': '余杭示例电机有限公司' },
        start: dayFromToday(0),
        end,
        relatedParty: true,
        isOpen: true,
      },
    ]);
    expect(JSON.stringify(await notices())).not.toMatch(/王小明|0571/);
  });

  it('name nobody where the demand is anonymous', async () => {
    const draft = demandDraft('匿名', { anonymous: true });
    const { reference } = await insertSubmission(given().database, { draft });
    await putOnNotice(given().database, reference, dayFromToday(-1), dayFromToday(14));
    expect((await notices()).items[0]).not.toHaveProperty('organisation');
  });

  it('are archived when they are over, and gone where nothing became public', async () => {
    const over = await onNotice(dayFromToday(-20), dayFromToday(-1));
    const rejected = await onNotice();
    const desk = await given().desk();
    await desk.transition(rejected, { to: 'closed', version: 1, reason: 'rejected' });
    expect((await notices()).total).toBe(0);
    expect((await notices('?state=archived')).items).toMatchObject([{ reference: over, isOpen: false }]);
    expect((await given().ask(`/api/v1/notices/${rejected}`)).status).toBe(404);
    expect((await given().ask(`/api/v1/notices/${over}`)).status).toBe(200);
    await desk.transition(over, { to: 'published', version: 1 });
    expect((await notices('?state=archived')).items).toMatchObject([{ reference: over }]);
  });

  it('are walked by cursor', async () => {
    const all = new Set([await onNotice(), await onNotice(), await onNotice(dayFromToday(-2))]);
    const walked: string[] = [];
    let cursor = '';
    do {
      const page = await notices(`?limit=1${cursor}`);
      walked.push(...page.items.map(({ reference }) => reference));
      cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(walked).toHaveLength(3);
    expect(new Set(walked)).toEqual(all);
    expect((await given().ask('/api/v1/notices?cursor=x')).status).toBe(400);
  });

  it('take an objection once, however often it is sent, and tell the desk and the office', async () => {
    const reference = await onNotice();
    const body = { text: '该需求已由他人提出。', from: { person: '孙七', phone: '13900000000' } };
    const key = randomUUID();
    const answers = await Promise.all([object(reference, body, key), object(reference, body, key)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const receipts = (await Promise.all(answers.map((answer) => answer.json()))) as ObjectionReceipt[];
    expect(receipts[0]).toEqual(receipts[1]);
    expect((await object(reference, { text: '另一条' }, key)).status).toBe(422);
    const desk = await given().desk();
    const { objections, history } = await desk.get(reference);
    expect(objections).toEqual([
      { id: receipts[0]?.id, at: receipts[0]?.receivedAt, text: body.text, from: body.from },
    ]);
    expect(history.at(-1)).toMatchObject({ actor: 'public', action: 'object', other: receipts[0]?.id });
    expect(JSON.stringify(history)).not.toContain('孙七');
    const letters = await given().database.query(
      `SELECT target FROM messages WHERE payload->>'template' = 'office-objection'`,
    );
    expect(letters).toEqual([{ target: 'office' }]);
  });

  it('take objections while they run only', async () => {
    const over = await onNotice(dayFromToday(-20), dayFromToday(-1));
    const { reference } = await insertSubmission(given().database);
    expect((await object(over)).status).toBe(409);
    expect((await object(reference)).status).toBe(404);
    expect((await object('D26-0000-0000')).status).toBe(404);
  });

  it('say what is wrong with an objection', async () => {
    const reference = await onNotice();
    expect((await object(reference, { text: '' })).status).toBe(422);
    const response = await object(reference, { text: '有异议', colour: 'red', from: { person: '孙七' } });
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).toSorted()).toEqual(['colour', 'from.phone']);
    expect((await object(reference, { text: 'x'.repeat(5001) })).status).toBe(422);
    expect((await object(reference, { text: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await object(reference, undefined, 'ü')).status).toBe(400);
  });

  it('keep what programs send, and are not held up by it', async () => {
    const reference = await onNotice(dayFromToday(-20), dayFromToday(0));
    expect((await object(reference, { text: 'Buy now', website: 'https://spam.example' })).status).toBe(202);
    const { objections } = await (await given().desk()).get(reference);
    expect(objections).toMatchObject([{ text: 'Buy now', settled: { by: 'platform', upheld: false } }]);
  });

  it('lead to publication once they are over and every objection is settled', async () => {
    const { database } = given();
    const reference = await onNotice(dayFromToday(-20), dayFromToday(0));
    await object(reference);
    await putOnNotice(database, reference, dayFromToday(-20), dayFromToday(-1));
    const desk = await given().desk();
    await expect(desk.transition(reference, { to: 'published', version: 1 })).rejects.toMatchObject({ status: 409 });
    const [objection] = (await desk.get(reference)).objections;
    const settlement = { upheld: false, note: '经核实不成立', version: 1 };
    const reader = await given().desk(['desk']);
    await expect(reader.settleObjection(reference, objection?.id ?? '', settlement)).rejects.toMatchObject({
      status: 403,
    });
    const settled = await desk.settleObjection(reference, objection?.id ?? '', settlement);
    expect(settled.objections[0]?.settled).toMatchObject({ by: '张工', upheld: false });
    expect(settled.history.at(-1)).toMatchObject({ action: 'dismiss-objection', other: objection?.id });
    await expect(
      desk.settleObjection(reference, objection?.id ?? '', { ...settlement, version: 2 }),
    ).rejects.toMatchObject({ status: 409 });
    expect((await desk.transition(reference, { to: 'published', version: 2 })).status).toBe('published');
  });

  it('cannot be published against an objection that was upheld', async () => {
    const reference = await onNotice(dayFromToday(-20), dayFromToday(0));
    await object(reference);
    await putOnNotice(given().database, reference, dayFromToday(-20), dayFromToday(-1));
    const desk = await given().desk();
    const [objection] = (await desk.get(reference)).objections;
    const { steps } = await desk.settleObjection(
      reference,
      objection?.id ?? '',
      { upheld: true, note: '异议成立', version: 1 },
      { lang: 'en' },
    );
    expect(steps.find(({ to }) => to === 'published')?.blocked).toMatch(/upheld/);
    await expect(desk.transition(reference, { to: 'published', version: 2 })).rejects.toMatchObject({ status: 409 });
    expect((await desk.transition(reference, { to: 'returned', version: 2, note: '请说明权属' })).status).toBe(
      'returned',
    );
  });
});

describeDesk('duplicates', (given) => {
  it('are found among submissions and published records by their titles', async () => {
    const { database, store, platform } = given();
    const publish = (id: string, title: string): Promise<unknown> => {
      const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
      const record = { ...demandDraft(title), id, status: 'published', source: { name: '省平台', id }, ...times };
      return store.putRecords([{ ...record, kind: 'demand' }]);
    };
    await publish('dem_other', '高速电机用轴承的长寿命润滑');
    // Of a word that most records have the search knows nothing
    for (const title of ['污泥干化', '膜法制氢', '视觉检测', '冷链温控'])
      await publish(`dem_${title.codePointAt(0)}`, title);
    await platform.refresh();
    const twin = await insertSubmission(database, { draft: demandDraft('关于高速电机轴承长寿命润滑的需求') });
    await insertSubmission(database, { draft: demandDraft('高速公路桥梁的健康监测') });
    const { reference } = await insertSubmission(database);
    const { duplicates } = await (await given().desk()).get(reference);
    expect(duplicates.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'dem_other published',
      `${twin.reference} submitted`,
    ]);
    for (const each of duplicates) expect(each.likeness).toBeGreaterThan(0.6);
  });

  it('are not the own record, nor what was merged into it', async () => {
    const { database, platform } = given();
    const { reference } = await insertSubmission(database, { status: 'firstReview' });
    const twin = await insertSubmission(database);
    const desk = await given().desk();
    await desk.transition(reference, { to: 'published', version: 1 });
    await desk.merge(twin.reference, { into: reference, version: 1 });
    await platform.refresh();
    expect((await desk.get(reference)).duplicates).toEqual([]);
  });
});
