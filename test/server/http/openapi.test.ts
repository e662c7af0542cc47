import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Achievement } from '../../../src/domain/achievement.js';
import { PageEnvelope } from '../../../src/domain/page.js';
import { Problem } from '../../../src/domain/problem.js';
import { SubmissionReceipt } from '../../../src/domain/submission.js';
import { achievementIndex } from '../../../src/search/index.js';
import { exampleAchievement } from '../../../src/server/exchange/openapi-examples.js';
import { PROBLEMS } from '../../../src/server/http/problem-texts.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { postImport, startQuietly } from './support.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly example?: unknown;
}
interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

describe('the OpenAPI document', () => {
  let platform: Platform;
  let token: string;
  let document: Document;
  beforeAll(async () => {
    const store = await openTestStore();
    token = (await store.createToken({ label: 'importer', scopes: ['import'] })).secret;
    platform = await startQuietly({ store });
    document = (await (await fetch(`${platform.url}/openapi.json`)).json()) as Document;
  });
  afterAll(() => platform.close());

  const operations = (): Operation[] => Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const operation = (id: string): Operation => {
    const found = operations().find((candidate) => candidate.operationId === id);
    if (!found) throw new Error(`no operation ${id}`);
    return found;
  };

  it('is valid OpenAPI 3.1 whose references all lead somewhere', async () => {
    const validator = new Validator();
    const result = await validator.validate(document as unknown as Record<string, unknown>);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  it('has an import whose example is accepted and makes the records of the other examples', async () => {
    const media = operation('importAchievements').requestBody?.content['application/json'];
    const response = await postImport(platform, token, media?.example);
    expect(response.status).toBe(200);
    const example = operation('importAchievements').responses['200']?.content?.['application/json']?.example;
    expect(await response.json()).toEqual(example);
    await platform.refresh();
  });

  it('has parameters whose examples are accepted, one by one and all together', async () => {
    const { parameters = [] } = operation('listAchievements');
    const all = new URLSearchParams();
    for (const { name, example } of parameters) {
      if (example === undefined) continue;
      const values = (Array.isArray(example) ? example : [example]).map(String);
      const query = new URLSearchParams(values.map((value) => [name, value]));
      for (const value of values) all.append(name, value);
      expect([name, (await fetch(`${platform.url}/api/v1/achievements?${query}`)).status]).toEqual([name, 200]);
    }
    const response = await fetch(`${platform.url}/api/v1/achievements?${all}`);
    expect(response.status).toBe(200);
    PageEnvelope.parse(await response.json());
  });

  it.each(['suggestAchievements', 'listAchievementFacetValues'])(
    'has parameters of %s whose examples are accepted',
    async (id) => {
      const [path = ''] = Object.entries(document.paths).find(([, { get }]) => get?.operationId === id) ?? [];
      const { parameters = [] } = operation(id);
      const query = new URLSearchParams();
      let address = path;
      for (const { name, in: place, example } of parameters) {
        for (const value of (Array.isArray(example) ? example : [example]).map(String)) {
          if (place === 'path') address = address.replace(`{${name}}`, value);
          else if (example !== undefined) query.append(name, value);
        }
      }
      expect((await fetch(`${platform.url}${address}?${query}`)).status).toBe(200);
    },
  );

  it('has operations of its own for every kind of record, none named twice', () => {
    for (const path of Object.keys(document.paths)) {
      const [, kind, rest = ''] = /^\/api\/v1\/(\w+)(.*)/.exec(path) ?? [];
      if (kind === 'demands') expect(Object.keys(document.paths)).toContain(`/api/v1/achievements${rest}`);
    }
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('finds the example by the example of the query', async () => {
    const q = operation('listAchievements').parameters?.find(({ name }) => name === 'q')?.example;
    const response = await fetch(`${platform.url}/api/v1/achievements?q=${encodeURIComponent(String(q))}`);
    const page = PageEnvelope.parse(await response.json());
    expect(page.items.map((item) => Achievement.parse(item))).toEqual([exampleAchievement]);
  });

  it('reads the example by the example of the id', async () => {
    const id = operation('getAchievement').parameters?.find(({ name }) => name === 'id')?.example;
    const response = await fetch(`${platform.url}/api/v1/achievements/${String(id)}`);
    expect(Achievement.parse(await response.json())).toEqual(exampleAchievement);
  });

  it.each([
    ['submitDemand', 'demands'],
    ['submitAchievement', 'achievements'],
    ['submitEnquiry', 'enquiries'],
  ])('has a body of %s whose example the platform accepts as it is', async (id, kinds) => {
    const example = operation(id).requestBody?.content['application/json']?.example;
    const response = await fetch(`${platform.url}/api/v1/${kinds}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(example),
    });
    const answer: unknown = await response.json();
    expect([response.status, answer]).toEqual([202, expect.objectContaining({ status: 'submitted' })]);
    SubmissionReceipt.parse(answer);
  });

  it('names every parameter that the list takes, and a facet for each that there is', () => {
    const names = operation('listAchievements').parameters?.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name.startsWith('f.'))).toEqual(achievementIndex.facets.map((id) => `f.${id}`));
    expect(names.filter((name) => name.startsWith('match.'))).toEqual(
      achievementIndex.facets.map((id) => `match.${id}`),
    );
    expect(names.filter((name) => !name.includes('.')).toSorted()).toEqual([
      'cursor',
      'facets',
      'lang',
      'limit',
      'q',
      'ranges',
      'siteKey',
      'sort',
      'texts',
    ]);
  });

  it('shows problems as they are answered, each under its status', () => {
    for (const { responses } of operations()) {
      for (const [status, { content }] of Object.entries(responses)) {
        const examples = Object.entries(content?.['application/problem+json']?.examples ?? {});
        if (status.startsWith('4')) expect(examples.length).toBeGreaterThan(0);
        for (const [, { value }] of examples) expect(Problem.parse(value).status).toBe(Number(status));
      }
    }
  });

  it('is the same for everyone, and cacheable', async () => {
    const first = await fetch(`${platform.url}/openapi.json`, { headers: { origin: 'https://tools.example' } });
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(`${platform.url}/openapi.json`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('the texts of problems', () => {
  it.each(Object.entries(PROBLEMS))('%s says in both languages what is wrong and what to do', (_kind, problem) => {
    for (const text of [problem.title, problem.detail]) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    }
    expect(problem.detail['zh-CN']).toMatch(/。$/);
    expect(problem.detail.en).toMatch(/\.$/);
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).map(String).toSorted();
    expect(placeholders(problem.detail.en)).toEqual(placeholders(problem.detail['zh-CN']));
  });
});
