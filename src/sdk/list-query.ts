/** What to look for in a list of records. Everything is optional: an empty query finds everything. */
export interface ListQuery {
  /** What the user typed. */
  readonly q?: string;
  /** Chosen values by facet: OR within a facet, AND between facets. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** `relevance` (the platform's default when there is a `q`) or a sort the kind of record offers, such as `newest`. */
  readonly sort?: string;
  /** Records a page, 0 to 100; 0 asks for the total and the facets alone. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Facets to count. */
  readonly facets?: readonly string[];
  /** Language of labels, BCP 47; overrides the client's. */
  readonly lang?: string;
}
