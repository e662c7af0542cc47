import { type ElementPart, LazyPart } from '../../ui/lazy-part.js';
import type { ComparePart } from './compare/compare-part.js';
import type { EmptyPart } from './empty/empty-part.js';
import type { ExportPart } from './export/export-part.js';
import type { JsonLdPart } from './json-ld/json-ld-part.js';
import type { MorePart } from './more/more-part.js';
import type { RecordPart } from './record/record-part.js';
import type { Surroundings } from './surroundings.js';

/** What of the answer is fetched when it is first used. */
export interface Parts {
  readonly record: LazyPart<RecordPart>;
  readonly compare: LazyPart<ComparePart>;
  readonly empty: LazyPart<EmptyPart>;
  readonly export: LazyPart<ExportPart>;
  readonly more: LazyPart<MorePart>;
  readonly jsonLd: LazyPart<JsonLdPart>;
}

/** Fetches a part that reads records of its own together with the SDK's code for that, which would come a trip later. */
export async function withReader<T>(part: Promise<T>): Promise<T> {
  import('../../sdk/resources/records-reader.js').catch(() => undefined); // the SDK tells when it asks for it itself
  return part;
}

export function answeringParts(around: Surroundings): Parts {
  const part = <T extends ElementPart>(load: () => Promise<T>): LazyPart<T> =>
    new LazyPart(around.host, around.l10n, load);
  return {
    record: part(async () => new (await withReader(import('./record/record-part.js'))).RecordPart(around)),
    compare: part(async () => new (await import('./compare/compare-part.js')).ComparePart(around)),
    empty: part(async () => new (await import('./empty/empty-part.js')).EmptyPart(around)),
    export: part(async () => new (await import('./export/export-part.js')).ExportPart(around)),
    more: part(async () => new (await import('./more/more-part.js')).MorePart(around)),
    jsonLd: part(async () => new (await import('./json-ld/json-ld-part.js')).JsonLdPart(around)),
  };
}
