import { LazyPart } from '../../ui/lazy-part.js';
import type { ComparePart } from './compare/compare-part.js';
import type { ExportPart } from './export/export-part.js';
import type { JsonLdPart } from './json-ld/json-ld-part.js';
import type { MorePart } from './more/more-part.js';
import type { RecordPart } from './record/record-part.js';
import type { Surroundings } from './surroundings.js';

/** What of the answer is fetched when it is first used. */
export interface Parts {
  readonly record: LazyPart<RecordPart>;
  readonly compare: LazyPart<ComparePart>;
  readonly export: LazyPart<ExportPart>;
  readonly more: LazyPart<MorePart>;
  readonly jsonLd: LazyPart<JsonLdPart>;
}

export function answeringParts(around: Surroundings): Parts {
  const { host, l10n } = around;
  return {
    record: new LazyPart<RecordPart>(
      host,
      l10n,
      async () => new (await import('./record/record-part.js')).RecordPart(around),
    ),
    compare: new LazyPart<ComparePart>(
      host,
      l10n,
      async () => new (await import('./compare/compare-part.js')).ComparePart(around),
    ),
    export: new LazyPart<ExportPart>(
      host,
      l10n,
      async () => new (await import('./export/export-part.js')).ExportPart(around),
    ),
    more: new LazyPart<MorePart>(host, l10n, async () => new (await import('./more/more-part.js')).MorePart(around)),
    jsonLd: new LazyPart<JsonLdPart>(
      host,
      l10n,
      async () => new (await import('./json-ld/json-ld-part.js')).JsonLdPart(around),
    ),
  };
}
