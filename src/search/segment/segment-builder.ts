import { tokenise, type TokenVisitor } from '../analysis.js';
import type { FacetDictionary } from '../facet-dictionary.js';
import { foldText } from '../fold.js';
import { impact, occurrenceWeights } from '../ranking.js';
import type { IndexDefinition, IndexDocument } from '../search-index.js';
import { Dictionary, pairKey } from './dictionary.js';
import { FIELD_END, packTexts, SEPARATOR, TEXT_END, TextReader } from './document-texts.js';
import { CompletionsDraft, FacetDraft } from './drafts.js';
import { bytes, Growable, shorts, words } from './growable.js';
import { pairText } from './name-pairs.js';
import { ABSENT } from './number-column.js';
import { decodeList, FULL_IMPACT, packPostings, type Postings } from './postings.js';
import { numberColumns, type Segment } from './segment.js';
import { StringTable } from './string-table.js';
import { TermNumbers } from './term-numbers.js';

/** Longer texts are not offered as completions. */
const MAX_COMPLETION = 200;

/**
 * Collects documents, new ones and those of older segments, into one segment. Postings are kept in the order of the
 * documents and sorted by term once, at the end; as a document's postings come together, each list ascends.
 */
export class SegmentBuilder {
  readonly #definition: IndexDefinition;
  readonly #ids: string[] = [];
  readonly #terms = new TermNumbers();
  /** The document's occurrences by term number, 0 between documents. */
  #sums = new Float64Array(1024);
  readonly #postingTerms: Growable<Uint32Array> = new Growable(words);
  readonly #postingDocuments: Growable<Uint16Array> = new Growable(shorts);
  readonly #postingImpacts: Growable<Uint8Array> = new Growable(bytes);
  readonly #textUnits: Growable<Uint16Array> = new Growable(shorts);
  readonly #textStarts: Growable<Uint32Array> = new Growable(words);
  readonly #facets: readonly FacetDraft[];
  readonly #names: readonly FacetDraft[];
  readonly #numberNames: readonly string[];
  readonly #numbers: readonly number[][];
  readonly #completions = new CompletionsDraft();

  constructor(definition: IndexDefinition) {
    this.#definition = definition;
    this.#facets = definition.facets.map(() => new FacetDraft());
    this.#names = (definition.namedFacets ?? []).map(() => new FacetDraft());
    this.#numberNames = numberColumns(definition);
    this.#numbers = this.#numberNames.map(() => []);
    this.#textStarts.push(0);
  }

  get documents(): number {
    return this.#ids.length;
  }

  /** Adds a document; the caller sees to it that no id comes twice. */
  addDocument(document: IndexDocument): void {
    this.#addTexts(document);
    const { facets, namedFacets = [] } = this.#definition;
    for (const [at, name] of facets.entries()) this.#facets[at]?.add(document.facets[name] ?? []);
    for (const [at, name] of namedFacets.entries()) this.#names[at]?.add(document.names?.[name]?.map(pairText) ?? []);
    for (const [at, name] of this.#numberNames.entries()) {
      const value = document.sorts[name] ?? document.ranges[name];
      this.#numbers[at]?.push(value !== undefined && Number.isFinite(value) ? value : ABSENT);
    }
    this.#completions.add(this.#completionsOf(document));
    this.#ids.push(document.id);
  }

  /** Adds the documents of a segment but those that `deleted` marks. */
  addSegment(segment: Segment, deleted: Uint8Array | undefined): void {
    const moved = new Int32Array(segment.documents).fill(-1);
    const reader = new TextReader(segment.texts);
    for (let document = 0; document < segment.documents; document++) {
      if (deleted?.[document]) continue;
      moved[document] = this.#ids.length;
      this.#ids.push(segment.ids.at(document));
      reader.open(document);
      while (reader.nextField()) this.#textUnits.append(reader.units.subarray(0, reader.length));
      this.#textStarts.push(this.#textUnits.length);
      for (const [at, column] of segment.numbers.entries()) this.#numbers[at]?.push(column[document] as number);
    }
    this.#addPostings(segment, moved);
    for (const [at, column] of segment.facets.entries()) this.#facets[at]?.addColumn(column, moved);
    for (const [at, column] of segment.names.entries()) this.#names[at]?.addColumn(column, moved);
    this.#completions.addAll(segment.completions, moved);
  }

  /**
   * The segment. New values of facets, and names of values, are numbered by the whole index's dictionaries; without new
   * documents there are none.
   */
  finish(dictionaries: readonly FacetDictionary[] = [], names: readonly FacetDictionary[] = []): Segment {
    const ids = StringTable.from(this.#ids);
    const order = Array.from(this.#ids.keys()).toSorted((a, b) => {
      const [left, right] = [this.#ids[a] as string, this.#ids[b] as string];
      return left < right ? -1 : Number(left > right);
    });
    const byId = Uint16Array.from(order);
    const rankOf = new Uint16Array(byId.length);
    for (const [rank, document] of byId.entries()) rankOf[document] = rank;
    const { dictionary, postings } = this.#finishPostings();
    return {
      documents: this.#ids.length,
      ids,
      byId,
      rankOf,
      dictionary,
      postings,
      texts: packTexts(this.#textUnits.view(), this.#textStarts.view()),
      facets: this.#facets.map((draft, at) => draft.finish(dictionaries[at])),
      names: this.#names.map((draft, at) => draft.finish(names[at])),
      numbers: this.#numbers.map((values) => Float64Array.from(values)),
      completions: this.#completions.finish(),
    };
  }

  #addTexts(document: IndexDocument): void {
    const tokens: number[] = [];
    const fieldEnds: number[] = [];
    const lengths: number[] = [];
    for (const { name } of this.#definition.fields) {
      let length = 0;
      for (const text of document.texts[name] ?? []) {
        const folded = foldText(text);
        length += tokenise(folded, this.#textWriter(folded, tokens)) + 1;
        this.#textUnits.push(TEXT_END);
      }
      this.#textUnits.push(FIELD_END);
      fieldEnds.push(tokens.length);
      lengths.push(length);
    }
    this.#textStarts.push(this.#textUnits.length);

    const worth = occurrenceWeights(this.#definition, lengths);
    if (this.#sums.length < this.#terms.size) this.#sums = new Float64Array(this.#terms.size * 2);
    const sums = this.#sums;
    const distinct: number[] = [];
    let from = 0;
    for (const [field, to] of fieldEnds.entries()) {
      const each = worth[field] ?? 0;
      for (let i = from; i < to; i++) {
        const term = tokens[i] as number;
        if (sums[term] === 0) distinct.push(term);
        sums[term] = (sums[term] as number) + each;
      }
      from = to;
    }
    for (const term of distinct) {
      this.#postingTerms.push(term);
      this.#postingDocuments.push(this.#ids.length);
      this.#postingImpacts.push(Math.max(1, Math.round(impact(sums[term] as number) * FULL_IMPACT)));
      sums[term] = 0;
    }
  }

  /** Writes a text's tokens to the texts and their terms to `tokens`. */
  #textWriter(folded: string, tokens: number[]): TokenVisitor {
    const units = this.#textUnits;
    let end = 0;
    let begun = false;
    const write = (from: number, to: number): void => {
      if (begun && from !== end) units.push(SEPARATOR);
      for (let i = from; i < to; i++) units.push(folded.charCodeAt(i));
      begun = true;
      end = to;
    };
    return {
      gram: (codePoint, previous, _position, from, to) => {
        write(from, to);
        tokens.push(this.#gramTerm(codePoint));
        if (previous >= 0) tokens.push(this.#pairTerm(previous, codePoint));
      },
      word: (text, _position, from, to) => {
        write(from, from + text.length);
        end = to;
        tokens.push(this.#terms.ofText(text));
      },
      number: (text) => tokens.push(this.#terms.ofText(text)),
    };
  }

  #gramTerm(codePoint: number): number {
    return codePoint > 0xffff ? this.#terms.ofText(String.fromCodePoint(codePoint)) : this.#terms.ofGram(codePoint);
  }

  #pairTerm(first: number, second: number): number {
    if (first > 0xffff || second > 0xffff) return this.#terms.ofText(String.fromCodePoint(first, second));
    return this.#terms.ofGram(pairKey(first, second));
  }

  #addPostings({ dictionary, postings }: Segment, moved: Int32Array): void {
    const { grams, texts } = dictionary;
    const documents = new Uint16Array(moved.length);
    for (let ordinal = 0; ordinal < dictionary.size; ordinal++) {
      const list = postings.list(ordinal);
      let term = -1;
      const source = list.documents ?? documents;
      if (!list.documents) decodeList(list, documents);
      for (let i = 0; i < list.size; i++) {
        const document = moved[source[i] as number] as number;
        if (document < 0) continue;
        if (term < 0) {
          term =
            ordinal < grams.length
              ? this.#terms.ofGram(grams[ordinal] as number)
              : this.#terms.ofText(texts.at(ordinal - grams.length));
        }
        this.#postingTerms.push(term);
        this.#postingDocuments.push(document);
        this.#postingImpacts.push(list.impacts[i] as number);
      }
    }
  }

  *#completionsOf({ texts }: IndexDocument): Iterable<readonly [field: number, text: string]> {
    for (const [field, { name, suggest }] of this.#definition.fields.entries()) {
      for (const text of suggest ? (texts[name] ?? []) : []) if (text.length <= MAX_COMPLETION) yield [field, text];
    }
  }

  #finishPostings(): { dictionary: Dictionary; postings: Postings } {
    const grams = this.#terms.sortedKeys();
    const texts = [...this.#terms.texts.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    const ordinals = new Uint32Array(this.#terms.size);
    for (let at = 0; at < grams.length; at++) ordinals[this.#terms.ofGram(grams[at] as number)] = at;
    for (const [at, text] of texts.entries()) ordinals[this.#terms.ofText(text)] = grams.length + at;

    const terms = this.#postingTerms.view();
    const starts = new Uint32Array(grams.length + texts.length + 1);
    for (let i = 0; i < terms.length; i++) {
      const after = (ordinals[terms[i] as number] as number) + 1;
      starts[after] = (starts[after] as number) + 1;
    }
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const next = starts.slice();
    const documents = new Uint16Array(terms.length);
    const impacts = new Uint8Array(terms.length);
    const postingDocuments = this.#postingDocuments.view();
    const postingImpacts = this.#postingImpacts.view();
    for (let i = 0; i < terms.length; i++) {
      const ordinal = ordinals[terms[i] as number] as number;
      const at = next[ordinal] as number;
      next[ordinal] = at + 1;
      documents[at] = postingDocuments[i] as number;
      impacts[at] = postingImpacts[i] as number;
    }
    return {
      dictionary: new Dictionary(grams, StringTable.from(texts)),
      postings: packPostings(starts, documents, impacts, this.#ids.length),
    };
  }
}
