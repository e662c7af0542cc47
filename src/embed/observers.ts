// Stands in for sdk/observers.ts in the bundle that pages load, whose clients are made by elements, which observe none.
import type { Exchange } from '../sdk/observers.js';

export function guard(): { onError?: (failure: unknown) => void } {
  return {};
}

export async function observe(_hooks: unknown, _event: unknown, exchange: () => Promise<Exchange>): Promise<Exchange> {
  return exchange();
}
