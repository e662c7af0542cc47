import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Achievement, codeLists, recordId } from '../../src/domain/index.js';

const lines = readFileSync(new URL('../../demo/sample/achievements.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const assigned = { createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' };
const wire = lines.map(
  (line) => JSON.parse(line) as Record<string, unknown> & { source: { name: string; id: string } },
);
const parse = (record: (typeof wire)[number]): Achievement =>
  Achievement.parse({ ...record, id: recordId('achievement', record.source.name, record.source.id), ...assigned });

describe('the sample achievements', () => {
  it.each(wire.map((record) => [record.source.id, record] as const))('%s is a valid achievement', (_id, record) => {
    const { id: _assignedId, createdAt: _c, updatedAt: _u, ...parsed } = parse(record);
    // Nothing was dropped either: a misspelt field would be
    expect(parsed).toEqual(record);
  });

  const records = wire.map(parse);

  it('have ids of their own', () => {
    expect(records.length).toBe(36);
    expect(new Set(records.map(({ id }) => id)).size).toBe(36);
  });

  it('use only codes that have a label', () => {
    const known = (list: string, code: string): boolean =>
      codeLists.get(list)?.entries.some((entry) => entry.code === code) ?? false;
    for (const record of records) {
      const used = [
        ['record-status', record.status],
        ['achievement-class', record.achievementClass],
        ['achievement-form', record.form],
        ['achievement-attribute', record.attribute],
        ['achievement-level', record.level],
        ['application-state', record.applicationState],
        ['licence-kind', record.licenceKind],
        ['pricing-method', record.pricingMethod],
        ['payment-mode', record.paymentMode],
        ['region', record.region],
        ...(record.fields ?? []).map(({ scheme, code }) => [scheme, code]),
        ...(record.readiness ?? []).map(({ scheme, level }) => [scheme, String(level)]),
        ...(record.transferModes ?? []).map((mode) => ['transfer-mode', mode]),
        ...(record.ip ?? []).flatMap(({ kind, legalStatus }) => [
          ['ip-kind', kind],
          ['ip-legal-status', legalStatus],
        ]),
      ];
      for (const [list = '', code] of used) {
        if (code !== undefined) expect(known(list, code), `${record.source.id}: ${list} ${code}`).toBe(true);
      }
    }
  });

  it('cover the technical fields and the years, in Chinese and mostly in English too', () => {
    const fields = new Set(records.flatMap((record) => (record.fields ?? []).map(({ code }) => code)));
    for (const { code } of codeLists.get('hightech-8')?.entries ?? []) expect([...fields]).toContain(code);
    expect(fields).toContain('tm-agriculture');
    const years = new Set(records.map((record) => record.publishedOn?.slice(0, 4)));
    expect(years).toEqual(new Set(['2022', '2023', '2024', '2025', '2026']));
    expect(records.every((record) => record.title['zh-CN'] && record.summary?.['zh-CN'])).toBe(true);
    expect(records.filter((record) => record.title.en && record.summary?.en).length).toBeGreaterThanOrEqual(24);
  });

  it('name no real institution, person, mailbox or right', () => {
    for (const record of records) {
      const named = [
        record.owner,
        ...(record.institutions ?? []),
        ...(record.ip ?? []).flatMap((ip) => ip.holders ?? []),
      ];
      for (const organisation of named) {
        expect(organisation?.name['zh-CN']).toMatch(/^示例/);
        expect(organisation?.name.en).toMatch(/Sample/);
      }
      expect(record.completers).toBeUndefined();
      expect(record.contact?.email).toMatch(/^[a-z-]+@example\.org$/);
      for (const { applicationNo, patentNo } of record.ip ?? []) {
        for (const number of [applicationNo, patentNo]) expect(number ?? '示例').toMatch(/^示例/);
      }
      expect(JSON.stringify(record)).not.toMatch(/https?:/);
    }
  });

  it('offer an open licence only for patents, and never beside an exclusive one', () => {
    const offered = records.filter((record) => record.openLicence);
    expect(offered.length).toBeGreaterThan(0);
    for (const record of offered) {
      expect(record.licenceKind).toBe('ordinary');
      expect(record.ip?.some((ip) => ip.legalStatus === 'open-licence')).toBe(true);
    }
    expect(records.filter((record) => record.transferModes?.includes('open-licence'))).toEqual(offered);
  });
});
