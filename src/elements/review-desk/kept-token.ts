import type { Client } from '../../sdk/index.js';

/** One name a platform: a token must not reach another one that the same page shows. */
function nameFor(client: Client): string {
  return `yuniao.desk ${new URL('.', client.achievements.exportUrl('json')).href}`;
}

/** The token that this tab keeps, if any; storage that the browser forbids holds none. */
export function keptToken(client: Client): string | undefined {
  try {
    return sessionStorage.getItem(nameFor(client)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepToken(client: Client, token: string): void {
  try {
    sessionStorage.setItem(nameFor(client), token);
  } catch {
    // Without storage the operator signs in again after a reload
  }
}

export function forgetToken(client: Client): void {
  try {
    sessionStorage.removeItem(nameFor(client));
  } catch {
    // Nothing was kept
  }
}
