import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeLists, Indicator, indicatorProgress, recordId } from '../../src/domain/index.js';

describe('the sample indicators', () => {
  const path = new URL('../../demo/sample/indicators.jsonl', import.meta.url);
  const wire = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Indicator);
  const assigned = { createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' };

  it.each(wire.map((record) => [record.code, record] as const))('%s is a valid indicator', (_code, record) => {
    const id = recordId('indicator', record.source.name, record.source.id);
    const { id: _id, createdAt: _c, updatedAt: _u, ...parsed } = Indicator.parse({ ...record, id, ...assigned });
    // Nothing was dropped either: a misspelt field would be
    expect(parsed).toEqual(record);
  });

  it('say on themselves that they are samples, and where their targets come from', () => {
    for (const { sample, targets = [], title, unit, definition } of wire) {
      expect(sample).toBe(true);
      expect(targets.length).toBeGreaterThan(0);
      for (const { source } of targets) expect(source?.name).toMatch(/^区级行动方案·.*\(district action plan, .*\)$/);
      for (const map of [title, unit, definition]) expect(Object.keys(map ?? {})).toEqual(['zh-CN', 'en']);
    }
  });

  it('use only codes that have a label, each code and place once', () => {
    const known = (list: string, code: string | undefined): boolean =>
      codeLists.get(list)?.entries.some((entry) => entry.code === code) ?? false;
    for (const { section, basis, method } of wire) {
      expect(known('plan-section', section?.code)).toBe(true);
      expect(known('indicator-basis', basis)).toBe(true);
      expect(known('indicator-method', method)).toBe(true);
    }
    expect(new Set(wire.map(({ code }) => code)).size).toBe(wire.length);
    expect(new Set(wire.map(({ order }) => order)).size).toBe(wire.length);
  });

  it('have the targets of the plan', () => {
    const last = new Map(wire.map(({ code, targets = [], basis }) => [code, [basis, targets.at(-1)?.value]]));
    expect(Object.fromEntries(last)).toEqual({
      'achievements-published': ['annualNew', 300],
      brokers: ['annualNew', 50],
      'carrier-floor-area-added': ['cumulative', 500],
      'carriers-added': ['cumulative', 80],
      'challenge-firms': ['cumulative', 100],
      'challenge-fund': ['cumulative', 1],
      'contracts-increase': ['annualNew', 200],
      'cooperations-reported': ['annualNew', 300],
      'events-held': ['annualNew', 100],
      'experts-visiting': ['cumulative', 100],
      'firms-visited': ['cumulative', 1000],
      'high-value-patents-per-10000': ['ratio', 36],
      'hightech-firms': ['annualNew', 500],
      'ip-model-firms': ['annualNew', 10],
      'municipal-carriers': ['annualNew', 20],
      'poc-projects': ['annualNew', 10],
      'projects-landed': ['annualNew', 100],
      'provincial-small-firm-parks': ['annualNew', 2],
      'provincial-specialised-firms': ['annualNew', 100],
      'public-platforms': ['cumulative', 10],
      'rd-centres': ['annualNew', 100],
      'tech-smes': ['annualNew', 1000],
      'technology-centres': ['annualNew', 30],
      'top-talents': ['cumulative', 100],
      'transfer-fund': ['cumulative', 20],
      'transfer-staff': ['annualNew', 500],
    });
  });

  it('show what tiles can show: over-fulfilled, reached, behind, missing', () => {
    const states = new Set(wire.map((each) => indicatorProgress(each).state));
    for (const state of ['exceeded', 'reached', 'behind', 'unknown']) expect([...states]).toContain(state);
  });
});
