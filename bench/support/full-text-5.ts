import { DatabaseSync } from 'node:sqlite';
import { analyse, parseQuery, type Clause, type IndexDocument } from '../../src/search/index.js';

/** SQLite's FTS5 in memory over the same terms: pairs and words in order for phrases, single characters beside them. */
export class FullText5 {
  readonly #db = new DatabaseSync(':memory:');
  readonly #fields = ['title', 'keywords', 'institution', 'numbers', 'text'];
  readonly #facets: readonly string[];

  constructor(facets: readonly string[]) {
    this.#facets = facets;
    this.#db.exec(
      'CREATE VIRTUAL TABLE fts USING fts5(title, keywords, institution, numbers, text, singles, content="")',
    );
    this.#db.exec('CREATE TABLE docs(id INTEGER PRIMARY KEY, name TEXT)');
    this.#db.exec(
      'CREATE TABLE facets(facet INTEGER, doc INTEGER, value TEXT, PRIMARY KEY(facet, doc, value)) WITHOUT ROWID',
    );
    this.#db.exec('CREATE TEMP TABLE hits(id INTEGER PRIMARY KEY)');
  }

  add(documents: Iterable<IndexDocument>): void {
    const fts = this.#db.prepare(
      'INSERT INTO fts(rowid, title, keywords, institution, numbers, text, singles) VALUES(?,?,?,?,?,?,?)',
    );
    const docs = this.#db.prepare('INSERT INTO docs VALUES(?, ?)');
    const facet = this.#db.prepare('INSERT OR IGNORE INTO facets VALUES(?, ?, ?)');
    this.#db.exec('BEGIN');
    let row = 0;
    for (const document of documents) {
      row++;
      const singles: string[] = [];
      const columns = this.#fields.map((field) => {
        const terms: string[] = [];
        for (const text of document.texts[field] ?? []) {
          analyse(text, (term, kind) => (kind === 'single' ? singles : terms).push(term));
        }
        return terms.join(' ');
      });
      fts.run(row, ...columns, singles.join(' '));
      docs.run(row, document.id);
      for (const [at, name] of this.#facets.entries()) {
        for (const value of document.facets[name] ?? []) facet.run(at, row, value);
      }
    }
    this.#db.exec('COMMIT');
    this.#db.exec("INSERT INTO fts(fts) VALUES('optimize')");
  }

  /** Top 20 by bm25, exact total, six facets: what one page needs. */
  search(q: string): number {
    const match = parseQuery(q, []).required.map(matchOf).join(' AND ');
    this.#db.exec('DELETE FROM hits');
    if (match === '') this.#db.exec('INSERT INTO hits SELECT id FROM docs');
    else this.#db.prepare('INSERT INTO hits SELECT rowid FROM fts WHERE fts MATCH ?').run(match);
    const total = this.#db.prepare('SELECT count(*) AS n FROM hits').get() as { n: number };
    if (match === '') this.#db.prepare('SELECT id FROM hits LIMIT 20').all();
    else {
      const ranked = 'SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts, 5, 2, 1.5, 1, 1, 1) LIMIT 20';
      this.#db.prepare(ranked).all(match);
    }
    for (const at of this.#facets.keys()) {
      this.#db
        .prepare(
          'SELECT value, count(*) AS n FROM hits JOIN facets ON facet = ? AND doc = id GROUP BY value ORDER BY n DESC LIMIT 100',
        )
        .all(at);
    }
    return total.n;
  }
}

function matchOf({ terms }: Clause): string {
  const phrase = `"${terms.map(({ term }) => term).join(' ')}"`;
  return terms[0]?.kind === 'single' ? `singles:${phrase}` : phrase;
}
