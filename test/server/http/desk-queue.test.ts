import { expect, it } from 'vitest';
import { CONTACT, demandDraft, insertSubmission, submitter } from '../../support/submissions.js';
import { describeDesk } from './desk-support.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 4, 18, 8, minute)).toISOString();

describeDesk('the queue of the desk', (given) => {
  it('tells who asks', async () => {
    const desk = await given().desk(['desk', 'publish'], '李工');
    expect(await desk.me()).toEqual({ label: '李工', scopes: ['desk', 'publish'] });
  });

  it('lists what came, oldest first, and counts it by status, kind and assignee', async () => {
    const { database } = given();
    const first = await insertSubmission(database, { receivedAt: at(1), status: 'review', assignee: '李工' });
    const second = await insertSubmission(database, { receivedAt: at(2) });
    const desk = await given().desk();
    const page = await desk.list({ lang: 'zh-CN' });
    expect(page).toMatchObject({ total: 2, rejected: 0, source: '示例平台' });
    expect(page.items).toEqual([
      {
        reference: first.reference,
        kind: 'demand',
        status: 'review',
        title: { 'zh-CN': '高速电机轴承的长寿命润滑' },
        organisation: { 'zh-CN': '余杭示例电机有限公司' },
        assignee: '李工',
        receivedAt: at(1),
        updatedAt: at(1),
      },
      expect.objectContaining({ reference: second.reference, status: 'submitted' }),
    ]);
    const counts = page.facets.map(({ id, values }) => [id, values]);
    expect(Object.fromEntries(counts)).toEqual({
      status: [
        { value: 'submitted', label: '已提交', count: 1 },
        { value: 'review', label: '复审', count: 1 },
      ],
      kind: [{ value: 'demand', label: '技术需求', count: 2 }],
      assignee: [{ value: '李工', label: '李工', count: 1 }],
    });
  });

  it('filters by kind, status, assignee and suspicion, and counts without the own filter', async () => {
    const { database } = given();
    await insertSubmission(database, { status: 'review', assignee: '李工' });
    await insertSubmission(database, { status: 'closed', suspicious: true });
    const enquiry = await insertSubmission(database, {
      kind: 'enquiry',
      draft: { kind: 'enquiry', topic: 'licence', message: '请问许可费用？', lang: 'zh-CN' },
    });
    const desk = await given().desk();
    const found = async (query: Parameters<typeof desk.list>[0]): Promise<string[]> =>
      (await desk.list(query)).items.map(({ kind, status }) => `${kind} ${status}`);
    expect(await found({ kinds: ['enquiry'] })).toEqual(['enquiry submitted']);
    expect(await found({ statuses: ['review', 'closed'] })).toHaveLength(2);
    expect(await found({ assignee: '李工' })).toEqual(['demand review']);
    expect(await found({ unassigned: true })).toHaveLength(2);
    expect(await found({ suspicious: true })).toEqual(['demand closed']);
    expect(await found({ suspicious: false })).toHaveLength(2);
    expect(await found({ q: enquiry.reference.slice(4).toLowerCase() })).toEqual(['enquiry submitted']);
    const { facets, total } = await desk.list({ statuses: ['review'], kinds: ['demand'], lang: 'en', limit: 0 });
    expect(total).toBe(1);
    expect(facets[0]?.values.map(({ value, count }) => [value, count])).toEqual([
      ['review', 1],
      ['closed', 1],
    ]);
    expect(facets[1]?.values).toEqual([{ value: 'demand', label: 'Demand', count: 1 }]);
  });

  it('finds titles as the search folds them, and organisations by any part of their name', async () => {
    const { database } = given();
    await insertSubmission(database, { draft: demandDraft('鈣鈦礦電池的封裝') });
    await insertSubmission(database, {
      submitter: { ...submitter, organisation: { name: { en: "O'Hara 100% Ceramics_Ltd" } } },
    });
    const desk = await given().desk();
    expect((await desk.list({ q: '钙钛矿' })).total).toBe(1);
    expect((await desk.list({ q: "o'hara 100%" })).total).toBe(1);
    expect((await desk.list({ q: '%' })).total).toBe(1);
    expect((await desk.list({ q: '没有这个词' })).total).toBe(0);
    expect((await desk.list({ q: '\u0000' })).total).toBe(0);
  });

  it.each(['oldest', 'newest', 'updated'] as const)('walks all of them by cursor, %s', async (sort) => {
    const { database } = given();
    const sent: string[] = [];
    // Three at a time came at the same moment: the reference decides
    for (let nr = 0; nr < 7; nr++) {
      sent.push((await insertSubmission(database, { receivedAt: at(Math.floor(nr / 3)) })).reference);
    }
    const desk = await given().desk();
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.list({ sort, limit: 2, ...(cursor !== undefined && { cursor }) });
      walked.push(...page.items.map(({ reference }) => reference));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(walked.toSorted()).toEqual(sent.toSorted());
    const first = sent.slice(0, 3);
    const oldest = sort === 'oldest' ? walked.slice(0, 3) : walked.slice(-3);
    if (sort !== 'oldest') expect(walked[0]).toBe(sent[6]);
    expect(oldest.toSorted()).toEqual(first.toSorted());
  });

  it('says what is wrong with a parameter', async () => {
    const token = await given().token();
    const response = await given().ask('/api/v1/desk/submissions?kind=patent&cursor=x&colour=red', { token });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).toSorted()).toEqual(['colour', 'cursor', 'kind']);
  });

  it('gives one submission with everything that belongs to it', async () => {
    const { reference, draft } = await insertSubmission(given().database, { receivedAt: at(1) });
    const desk = await given().desk(['desk']);
    expect(await desk.get(reference)).toEqual({
      reference,
      kind: 'demand',
      status: 'submitted',
      title: draft.kind === 'demand' && draft.title,
      organisation: submitter.organisation?.name,
      draft,
      revisions: [],
      version: 1,
      submitter,
      consents: [{ ...CONTACT, at: expect.any(String) as string }],
      attachments: [],
      recordId: expect.stringMatching(/^dem_/) as string,
      objections: [],
      duplicates: [],
      receivedAt: at(1),
      updatedAt: at(1),
      steps: [
        { to: 'firstReview', needs: [] },
        { to: 'returned', needs: ['note'] },
        { to: 'closed', needs: ['closeReason'] },
      ],
      history: [expect.objectContaining({ action: 'receive', to: 'submitted', actor: 'submitter' })],
    });
  });

  it('offers public steps to those only who may take them', async () => {
    const { reference } = await insertSubmission(given().database, { status: 'firstReview' });
    const steps = async (scopes: string[]): Promise<string[]> =>
      (await (await given().desk(scopes)).get(reference)).steps.map(({ to }) => to);
    expect(await steps(['desk'])).toEqual(['review', 'returned', 'closed']);
    expect(await steps(['desk', 'publish'])).toEqual(['review', 'returned', 'publicNotice', 'published', 'closed']);
  });

  it('is closed to everybody else, and kept by nobody on the way', async () => {
    const { reference } = await insertSubmission(given().database);
    for (const path of ['/api/v1/desk/submissions', `/api/v1/desk/submissions/${reference}`]) {
      expect((await given().ask(path)).status).toBe(401);
      expect((await given().ask(path, { token: 'yn_wrong' })).status).toBe(401);
      const other = await given().token(['import']);
      const refused = await given().ask(path, { token: other });
      expect(refused.status).toBe(403);
      expect(await refused.text()).not.toContain('王小明');
      const token = await given().token(['desk']);
      const answer = await given().ask(path, { token });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await given().ask('/api/v1/desk/me')).status).toBe(401);
  });

  it('answers 404 for a reference that nobody has', async () => {
    const token = await given().token();
    for (const reference of ['D26-AAAA-AAAA', '%00', '..%2f..', 'x'.repeat(500)]) {
      expect((await given().ask(`/api/v1/desk/submissions/${reference}`, { token })).status).toBe(404);
    }
  });
});

describeDesk('wrong tokens', (given) => {
  it('are tried a few times, then nothing of their sender is looked at for a while', async () => {
    const token = await given().token();
    const ask = (secret: string, client: string): Promise<Response> =>
      given().ask('/api/v1/desk/me', { token: secret, headers: { 'x-forwarded-for': client } });
    const tried = [];
    for (let nr = 0; nr < 12; nr++) tried.push((await ask(`yn_${nr}`, '203.0.113.7')).status);
    expect(tried).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const right = await ask(token, '203.0.113.7');
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(token, '203.0.113.8')).status).toBe(200);
  });
});
