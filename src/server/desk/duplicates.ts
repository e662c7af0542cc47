import type { DeskSubmission } from '../../domain/desk.js';
import { pickText } from '../../domain/language.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { RecordKind } from '../../domain/record.js';
import type { Indexer } from '../index/indexer.js';
import type { DeskEntry } from '../store/desk-store.js';
import type { Store } from '../store/store.js';
import { foldTitle, likeness } from './likeness.js';

/** Less alike than this are titles that share a topic, no more. */
const MIN_LIKENESS = 0.5;
const MAX_DUPLICATES = 10;
/** Records looked at: the search gives those first that have most of the words. */
const MAX_HITS = 20;

type Duplicate = DeskSubmission['duplicates'][number];

/**
 * Submissions and published records that may be the same as `entry`, the likest first: by title, in any language that
 * both have. Enquiries about one thing are no duplicates of each other, so they have none.
 */
export async function findDuplicates(
  services: { readonly store: Store; readonly indexer: Indexer },
  entry: DeskEntry,
): Promise<Duplicate[]> {
  const { kind, title, mergedInto } = entry;
  if (kind === 'enquiry' || mergedInto !== undefined) return [];
  const found = [...(await submissionsLike(services, entry)), ...(await recordsLike(services, entry))];
  return found
    .map((each) => Object.assign(each, { likeness: titleLikeness(title, each.title) }))
    .filter((each) => each.likeness >= MIN_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MAX_DUPLICATES);
}

type Candidate = Omit<Duplicate, 'likeness'>;

async function submissionsLike({ store }: { readonly store: Store }, entry: DeskEntry): Promise<Candidate[]> {
  const { kind, reference, title } = entry;
  const key = foldTitle(Object.values(title)[0] ?? '');
  const rows = await store.desk.similar({ kind, key, reference });
  return rows.map((row) => ({ kind: row.kind, id: row.reference, title: row.title, status: row.status }));
}

async function recordsLike({ indexer }: { readonly indexer: Indexer }, entry: DeskEntry): Promise<Candidate[]> {
  const kind = entry.kind as RecordKind;
  const q = pickText(entry.title, 'zh-CN')?.text.slice(0, 200);
  const index = indexer.index(kind);
  // While the index is being built there is nothing to look in; the next look finds what this one did not
  if (!index || !q) return [];
  const { hits } = await index.search({ q, limit: MAX_HITS });
  const records = await indexer.records(
    kind,
    hits.map(({ id }) => id),
  );
  return records
    .filter(({ id, source, status }) => {
      const isOwn = id === entry.recordId || source.id === entry.reference;
      return !isOwn && status === 'published';
    })
    .map((record) => ({
      kind,
      id: record.id,
      title: (record as typeof record & { readonly title: LanguageMap }).title,
      status: record.status,
    }));
}

/** Of all pairs of texts in one language that of the likest; where no language is common to both, of any two. */
function titleLikeness(a: LanguageMap, b: LanguageMap): number {
  const common = Object.keys(a).filter((lang) => lang in b);
  const pairs =
    common.length > 0
      ? common.map((lang) => [a[lang] ?? '', b[lang] ?? ''] as const)
      : Object.values(a).flatMap((one) => Object.values(b).map((other) => [one, other] as const));
  return Math.max(0, ...pairs.map(([one, other]) => likeness(foldTitle(one), foldTitle(other))));
}
