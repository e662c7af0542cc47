import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { IndexDocument } from '../../src/search/index.js';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Text of a file of the shared data folder. Ends the process with a reason when the folder is absent. */
export function readData(path: string): string {
  if (!existsSync(folder)) {
    console.error('This benchmark needs the real data in ../shared/data.');
    process.exit(1);
  }
  const bytes = readFileSync(folder + path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function readLines<T>(path: string): T[] {
  return readData(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A record of the data folder. */
export interface RawRecord {
  readonly id: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  readonly field: string | null;
  readonly source: string;
  readonly lang: string;
  readonly date?: string;
  readonly institution?: string;
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
  };
}
