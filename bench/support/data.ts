import type { IndexDocument } from '../../src/search/index.js';
import { hasData, type RawRecord } from '../../test/search/support/real-data.js';

export { readData, readLines, type RawRecord } from '../../test/search/support/real-data.js';

if (!hasData) {
  console.error('This benchmark needs the real data in ../shared/data.');
  process.exit(1);
}

/** The record as the achievement index sees an imported one, without its English title. */
export function toDocument(raw: RawRecord): IndexDocument {
  return {
    id: raw.id,
    texts: {
      title: [raw.title],
      keywords: raw.keywords,
      institution: raw.institution ? [raw.institution] : [],
      numbers: [raw.id],
      text: [...(raw.abstract ? [raw.abstract] : []), ...(raw.field ? [raw.field] : [])],
    },
    facets: {
      field: raw.field ? [raw.field] : [],
      institution: raw.institution ? [raw.institution] : [],
      year: raw.date ? [raw.date.slice(0, 4)] : [],
      lang: [raw.lang],
      source: [raw.source],
      readiness: [],
    },
    sorts: { newest: raw.date ? Date.parse(raw.date) : undefined },
    ranges: { published: raw.date ? Date.parse(raw.date) / 86_400_000 : undefined },
  };
}
