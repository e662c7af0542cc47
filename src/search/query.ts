import { analyse, type TermKind } from './analysis.js';

/** What is read of a query; the rest is ignored. Ten times the longest real question. */
export const MAX_QUERY_LENGTH = 1000;
/** Distinct terms that are looked up; further ones are ignored. */
export const MAX_QUERY_TERMS = 64;

/** A term of a clause, `offset` positions after the clause's first. */
export interface QueryTerm {
  readonly term: string;
  readonly kind: TermKind;
  readonly offset: number;
}

/** Terms that must stand together, at their offsets, in one text; most clauses have one term. */
export interface Clause {
  /** Only texts of this field. */
  readonly field?: string;
  readonly terms: readonly QueryTerm[];
}

/** What the user typed, as the index understands it. */
export interface ParsedQuery {
  /** All must match. */
  readonly required: readonly Clause[];
  /** None may match. */
  readonly excluded: readonly Clause[];
  /** True where the query was longer than {@link MAX_QUERY_LENGTH} or {@link MAX_QUERY_TERMS} and its end was ignored. */
  readonly truncated: boolean;
}

const part =
  /([-－]?)(?:([a-z][a-z0-9]*)[:：](?=[^\s:：]))?(?:["“”„＂「『]([^"“”„＂」』]*)(?:["“”„＂」』]|$)|([^\s"“”„＂「」『』]+))/giu;

/**
 * Reads what a user typed. Parts are separated by white space and all must match:
 *
 * - `钙钛矿电池` a run of characters stands in the text exactly as typed (traditional or simplified, any width and case);
 * - `perovskite` whole words; in `BERT模型` the word and the run are two conditions;
 * - `"solar cell"` words and characters in this order, one after the other; a missing end quote is forgiven;
 * - `-锂` records without it; `title:电池` in that field only, where `fields` has the name, else it is text;
 * - `7440-44-0`, `ZL201310123456.7` a number as a whole, whatever its joints.
 *
 * It never fails: what has no letter or digit is ignored, and so is what goes beyond {@link MAX_QUERY_LENGTH} and
 * {@link MAX_QUERY_TERMS}.
 */
export function parseQuery(q: string, fields: readonly string[]): ParsedQuery {
  const known = new Map(fields.map((field) => [field.toLowerCase(), field]));
  const budget = new TermBudget();
  const required: Clause[] = [];
  const excluded: Clause[] = [];
  const text = q.slice(0, MAX_QUERY_LENGTH);
  for (const [whole, minus, prefix, quoted, plain] of text.matchAll(part)) {
    const field = prefix === undefined ? undefined : known.get(prefix.toLowerCase());
    const unknownPrefix = prefix !== undefined && field === undefined;
    const clauses =
      quoted === undefined
        ? looseClauses(unknownPrefix ? whole.slice(minus?.length) : (plain ?? ''))
        : [phrase(quoted)];
    if (unknownPrefix && quoted !== undefined) clauses.push(...looseClauses(prefix));
    for (const terms of clauses) {
      const kept = budget.take(terms);
      if (kept.length === 0) continue;
      const clause = field === undefined ? { terms: kept } : { field, terms: kept };
      const list = minus ? excluded : required;
      if (!list.some((other) => sameClause(other, clause))) list.push(clause);
    }
  }
  return { required, excluded, truncated: q.length > MAX_QUERY_LENGTH || budget.spent };
}

/** Every distinct term that a record should have, in the order typed. */
export function requiredTerms(query: ParsedQuery): readonly string[] {
  return [...new Set(query.required.flatMap((clause) => clause.terms.map(({ term }) => term)))];
}

/** A text that is the same for queries that mean the same, for cursors and caches. */
export function queryKey(query: ParsedQuery): string {
  return [query.required.map(clauseKey).join('\u0001'), query.excluded.map(clauseKey).join('\u0001')].join('\u0002');
}

function clauseKey(clause: Clause): string {
  return `${clause.field ?? ''}\u0003${clause.terms.map(({ term, offset }) => `${offset}\u0004${term}`).join('\u0005')}`;
}

function sameClause(a: Clause, b: Clause): boolean {
  return clauseKey(a) === clauseKey(b);
}

class TermBudget {
  spent = false;
  readonly #seen = new Set<string>();

  /** The terms of a clause up to the one that exceeds the limit. */
  take(terms: readonly QueryTerm[]): readonly QueryTerm[] {
    const kept: QueryTerm[] = [];
    for (const term of terms) {
      if (!this.#seen.has(term.term) && this.#seen.size >= MAX_QUERY_TERMS) {
        this.spent = true;
        break;
      }
      this.#seen.add(term.term);
      kept.push(term);
    }
    return kept;
  }
}

interface Token {
  readonly term: string;
  readonly kind: TermKind;
  readonly position: number;
  readonly end: number;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  analyse(text, (term, kind, position, _start, end) => found.push({ term, kind, position, end }));
  return found;
}

/** The fewest terms that say all: pairs where there are any, single characters only where they stand alone. */
function covering(found: readonly Token[]): Token[] {
  const paired = new Set<number>();
  for (const { kind, position } of found) {
    if (kind === 'pair') {
      paired.add(position);
      paired.add(position + 1);
    }
  }
  return found
    .filter(({ kind, position }) => kind === 'pair' || kind === 'word' || (kind === 'single' && !paired.has(position)))
    .toSorted((a, b) => a.position - b.position);
}

function toTerms(group: readonly Token[]): QueryTerm[] {
  const first = group[0]?.position ?? 0;
  return group.map(({ term, kind, position }) => ({ term, kind, offset: position - first }));
}

function phrase(text: string): QueryTerm[] {
  return toTerms(covering(tokens(text)));
}

/** The runs, words and numbers of a part, each a clause of its own. */
function looseClauses(text: string): QueryTerm[][] {
  const found = tokens(text);
  const clauses: QueryTerm[][] = [];
  let run: Token[] = [];
  const numbers = new Map<number, Token>();
  for (const token of found) {
    if (token.kind === 'number' && isQueriedNumber(token, found)) numbers.set(token.position, token);
  }
  let numberEnd = -1;
  for (const token of covering(found)) {
    if (token.kind === 'word') {
      const number = numbers.get(token.position);
      if (number) {
        clauses.push([{ term: number.term, kind: 'number', offset: 0 }]);
        numberEnd = number.end;
      } else if (token.end > numberEnd) clauses.push([{ term: token.term, kind: 'word', offset: 0 }]);
      continue;
    }
    const previous = run.at(-1);
    const follows = token.kind === 'pair' && previous?.kind === 'pair' && previous.position + 1 === token.position;
    if (previous && !follows) {
      clauses.push(toTerms(run));
      run = [];
    }
    run.push(token);
  }
  if (run.length > 0) clauses.push(toTerms(run));
  return clauses;
}

/** A number typed with letters before it means just that number, but for the two that Chinese patents go by in turn. */
function isQueriedNumber(token: Token, found: readonly Token[]): boolean {
  const written = found
    .filter(({ kind, position, end }) => kind === 'word' && position >= token.position && end <= token.end)
    .map(({ term }) => term)
    .join('');
  return written === token.term || /^(?:zl|cn)/.test(written);
}
