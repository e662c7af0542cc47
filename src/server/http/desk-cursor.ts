import type { QueuePlace, QueueSort } from '../store/desk-store.js';

/** A place of the queue as opaque text; it belongs to one order. */
export function encodePlace({ at, reference }: QueuePlace, sort: QueueSort): string {
  return Buffer.from(JSON.stringify([sort, at, reference])).toString('base64url');
}

/** The place; `undefined` for a text that is damaged or belongs to another order. */
export function decodePlace(text: string, sort: QueueSort): QueuePlace | undefined {
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  const [order, at, reference] = Array.isArray(fields) ? (fields as unknown[]) : [];
  if (order !== sort || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  if (Math.abs(at) > Number.MAX_SAFE_INTEGER) return undefined;
  return typeof reference === 'string' && /^[\w-]{1,40}$/.test(reference) ? { at, reference } : undefined;
}
