import { expect, it } from 'vitest';
import { noteInAudit, readAudit, verifyAudit } from '../../../src/server/store/audit.js';
import { describeStores } from '../../support/stores.js';

const at = '2026-05-18T01:02:03.004Z';

describeStores('the audit trail', (given) => {
  const note = (reference: string, action = 'receive') =>
    given().database.transaction((tx) =>
      noteInAudit(tx, { reference, actor: 'platform', action, to: 'submitted', note: { 'zh-CN': '说明' } }, at),
    );

  it('keeps what was noted, in order and by submission', async () => {
    await note('D26-AAAA-AAAA');
    await note('D26-BBBB-BBBB');
    await note('D26-AAAA-AAAA', 'transition');
    const trail = await readAudit(given().database, 'D26-AAAA-AAAA');
    expect(trail.map(({ seq, action, at: time }) => [seq, action, time])).toEqual([
      [1, 'receive', at],
      [3, 'transition', at],
    ]);
    expect(trail[0]).toMatchObject({ actor: 'platform', to: 'submitted', note: { 'zh-CN': '说明' } });
  });

  it('is whole after many writers at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, nr) => note(`D26-AAAA-AA${String(nr).padStart(2, '0')}`)));
    expect(await verifyAudit(given().database, 7)).toMatchObject({
      entries: 20,
      head: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect((await verifyAudit(given().database)).brokenAt).toBeUndefined();
  });

  it('refuses to be changed', async () => {
    await note('D26-AAAA-AAAA');
    await expect(given().database.query(`UPDATE audit SET actor = 'x'`)).rejects.toThrow(/only added to/);
    await expect(given().database.query('DELETE FROM audit')).rejects.toThrow(/only added to/);
  });

  it.each([
    ['changed', `UPDATE audit SET facts = jsonb_set(facts, '{to}', '"published"') WHERE seq = 2`],
    ['removed', 'DELETE FROM audit WHERE seq = 2'],
    ['moved in time', `UPDATE audit SET at = at + interval '1 second' WHERE seq = 2`],
  ])('tells where an entry was %s behind its back', async (_what, sql) => {
    for (const reference of ['D26-AAAA-AAAA', 'D26-BBBB-BBBB', 'D26-CCCC-CCCC']) await note(reference);
    const { database } = given();
    await database.query('ALTER TABLE audit DISABLE TRIGGER audit_append_only');
    try {
      await database.query(sql);
    } finally {
      await database.query('ALTER TABLE audit ENABLE TRIGGER audit_append_only');
    }
    expect((await verifyAudit(database)).brokenAt).toBe(2);
  });
});
