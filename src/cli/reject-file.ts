import { accessSync, closeSync, constants, openSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { faultText } from '../server/exchange/fault.js';
import type { RejectedRow } from '../server/exchange/import-records.js';
import type { Language } from '../server/language.js';

/** Where rejected rows are written. The file is made at the first one: no rejects, no file. */
export class RejectFile {
  readonly path: string;
  readonly #lang: Language;
  #handle: number | undefined;

  constructor(path: string, lang: Language) {
    this.path = path;
    this.#lang = lang;
  }

  /** Adds `{line, reason, row}` as a line of JSON. */
  add({ line, fault, row }: RejectedRow): void {
    this.#handle ??= openSync(this.path, 'w');
    writeSync(this.#handle, `${JSON.stringify({ line, reason: faultText(fault, this.#lang), row })}\n`);
  }

  /** Whether anything was written. */
  get isWritten(): boolean {
    return this.#handle !== undefined;
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
  }
}

/** `FILE.rejects.jsonl` beside the input or, where that folder cannot be written, in the current one. */
export function defaultRejectPath(input: string): string {
  const name = `${basename(input)}.rejects.jsonl`;
  const folder = dirname(resolve(input));
  try {
    accessSync(folder, constants.W_OK);
    return join(folder, name);
  } catch {
    return resolve(name);
  }
}
