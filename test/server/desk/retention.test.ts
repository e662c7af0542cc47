import { expect, it } from 'vitest';
import { monthsBefore, Retention } from '../../../src/server/desk/retention.js';
import { describeStores } from '../../support/stores.js';
import { insertSubmission } from '../../support/submissions.js';
import { recordingLogger } from '../http/support.js';

it('counts months by the calendar', () => {
  const before = (day: string, months: number): string =>
    monthsBefore(new Date(`${day}T12:00:00Z`), months)
      .toISOString()
      .slice(0, 10);
  expect(before('2026-05-18', 24)).toBe('2024-05-18');
  expect(before('2026-03-31', 1)).toBe('2026-02-28');
  expect(before('2026-01-15', 13)).toBe('2024-12-15');
});

describeStores('the retention of personal data', (given) => {
  it('erases what is past the period of the operator and says how much, not whose', async () => {
    const { database, store } = given();
    const { reference } = await insertSubmission(database, { status: 'closed' });
    const kept = await insertSubmission(database, { status: 'closed' });
    const settle = (which: string, months: number): Promise<unknown> =>
      database.query('UPDATE submissions SET settled_at = $2::timestamptz WHERE reference = $1', [
        which,
        monthsBefore(new Date(Date.now() - 86_400_000), months).toISOString(),
      ]);
    await settle(reference, 6);
    await settle(kept.reference, 5);
    const { logger, lines } = recordingLogger();
    const retention = new Retention({ store, logger, source: '示例平台', months: 6 });
    retention.start();
    await retention.stop();
    expect(await store.desk.get(reference)).not.toHaveProperty('submitter');
    expect(await store.desk.get(kept.reference)).toHaveProperty('submitter');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ erased: 1, orphans: 0, months: 6 }]);
    expect(lines.join()).not.toContain(reference);
  });
});
