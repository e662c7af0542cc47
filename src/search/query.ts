import { analyse, type TermKind } from './analysis.js';
import { foldText } from './fold.js';
import { isNumberLabel, NUMBER, numberTerm } from './query-numbers.js';

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

const OPENING = '"“”„「『«';
const CLOSING = '"“”„」』»';
const QUOTES = OPENING + CLOSING;

/**
 * One part of a folded query: minus, field name, then a number, a phrase or anything else. A dash before a short figure
 * is its sign (`-40°c`), and a quote right after a digit is an inch mark.
 */
const part = new RegExp(
  String.raw`(-(?!\d{1,3}(?:\.\d+)?(?:[\s°%度~至到]|$)))?(?:(\p{L}[\p{L}\p{N}]{0,19}):\s*(?=[^\s:]))?` +
    String.raw`(?:(?<![\p{L}\p{N}])(${NUMBER})|(?<!\d)[${OPENING}]([^${QUOTES}]*)[${CLOSING}]|([^\s${QUOTES}]+))`,
  'gu',
);

/** What Chinese users call the fields of the definitions. */
const CHINESE_NAMES: Readonly<Record<string, string>> = {
  标题: 'title',
  题名: 'title',
  名称: 'title',
  关键词: 'keywords',
  关键字: 'keywords',
  单位: 'institution',
  机构: 'institution',
  完成单位: 'institution',
  地址: 'place',
  地点: 'place',
  编号: 'numbers',
  正文: 'text',
};

/** The names by which each field can be asked for, folded. */
function namesOf(fields: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map(fields.map((field) => [field.toLowerCase(), field]));
  for (const [name, field] of Object.entries(CHINESE_NAMES)) if (fields.includes(field)) names.set(name, field);
  return names;
}

/**
 * Reads what a user typed. Parts are separated by white space and all must match:
 *
 * - `钙钛矿电池` a run of characters stands in the text exactly as typed (traditional or simplified, any width and case);
 * - `perovskite` whole words; in `BERT模型` the word and the run are two conditions;
 * - `"solar cell"` words and characters in this order, one after the other, in any kind of quotes; a quote without its
 *   twin means nothing;
 * - `-锂` records without it; `title:电池`, `标题：电池` in that field only, where `fields` has it, else it is text;
 * - `7440-44-0`, `ZL 2013 1 0123456.7`, `CN103456789B` a number as a whole, whatever its joints, spaces and prefix.
 *
 * It never fails: what has no letter or digit is ignored, and so is what goes beyond {@link MAX_QUERY_LENGTH} and
 * {@link MAX_QUERY_TERMS}; `truncated` says so.
 */
export function parseQuery(q: string, fields: readonly string[]): ParsedQuery {
  const known = namesOf(fields);
  const budget = new TermBudget();
  const required: Clause[] = [];
  const excluded: Clause[] = [];
  const text = foldText(q.slice(0, MAX_QUERY_LENGTH));
  for (const [whole, minus, prefix, number, quoted, plain] of text.matchAll(part)) {
    const field = prefix === undefined ? undefined : known.get(prefix);
    const isText = prefix !== undefined && field === undefined;
    const clauses = partClauses({ number, quoted, plain: isText ? whole.slice(minus?.length) : plain });
    if (isText && plain === undefined && !isNumberLabel(prefix)) clauses.push(...looseClauses(prefix));
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

interface PartText {
  readonly number: string | undefined;
  readonly quoted: string | undefined;
  readonly plain: string | undefined;
}

function partClauses({ number, quoted, plain = '' }: PartText): (readonly QueryTerm[])[] {
  const digits = numberTerm((number ?? quoted ?? '').trim());
  if (digits !== undefined) return [[{ term: digits, kind: 'number', offset: 0 }]];
  return quoted === undefined ? looseClauses(plain) : [phrase(quoted)];
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

/** A clause of all words and characters of a text, one after the other. */
export function phraseClause(text: string): Clause {
  return { terms: phrase(text) };
}

/** The runs, words and numbers of a part, each a clause of its own. */
function looseClauses(text: string): (readonly QueryTerm[])[] {
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
