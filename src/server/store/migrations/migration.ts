/** One step of the schema. A released step is never changed: a later one corrects it. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly name: string;
  /** One SQL statement each. */
  readonly statements: readonly string[];
}
