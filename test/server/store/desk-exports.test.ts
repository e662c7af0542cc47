import { expect, it } from 'vitest';
import { readAudit, verifyAudit } from '../../../src/server/store/audit.js';
import { describeStores } from '../../support/stores.js';
import { addSubmission } from '../delivery/support.js';

describeStores('what the desk gives away', (given) => {
  it('names people only where they were asked for', async () => {
    const { database, store } = given();
    await addSubmission(database, { reference: 'D26-AAAA-AAAA', email: 'li@example.org' });
    await addSubmission(database, { reference: 'D26-BBBB-BBBB' });
    await database.query(`DELETE FROM submitters WHERE reference = 'D26-BBBB-BBBB'`);
    const references = ['D26-AAAA-AAAA', 'D26-BBBB-BBBB', 'D26-CCCC-CCCC'];
    const open = await store.deskExports.details(references, false);
    expect([...open.keys()].toSorted()).toEqual(['D26-AAAA-AAAA', 'D26-BBBB-BBBB']);
    expect(JSON.stringify([...open.values()])).not.toContain('example.org');
    const all = await store.deskExports.details(references, true);
    expect(all.get('D26-AAAA-AAAA')?.submitter).toEqual({ person: '李工', email: 'li@example.org' });
    expect(all.get('D26-BBBB-BBBB')?.submitter).toBeUndefined();
  });

  it('is noted in the audit trail, which stays whole', async () => {
    const { database, store } = given();
    await store.deskExports.note({ reference: 'queue', actor: '合规', action: 'export' });
    expect(await readAudit(database, 'queue')).toMatchObject([{ actor: '合规', action: 'export' }]);
    expect(await verifyAudit(database)).toMatchObject({ entries: 1 });
  });
});
