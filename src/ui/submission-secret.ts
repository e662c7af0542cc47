/** Which submission, and the key that proves whose it is. Never to be stored, logged, or shown in an address that is sent. */
export interface SubmissionSecret {
  readonly reference: string;
  readonly key: string;
}

/** The page's fragment, `#reference=D26-7K4Q-X9MT&key=…`, which browsers send to nobody. */
export function secretOfFragment(hash: string): SubmissionSecret | undefined {
  const params = new URLSearchParams(hash.slice(1));
  const [reference, key] = [params.get('reference'), params.get('key')];
  return reference && key ? { reference, key } : undefined;
}

/** As much of a client as tells where the platform's pages are. */
interface Pages {
  readonly achievements: { permalink?(id: string, lang?: string): string };
}

/** The secret link of a receipt; empty where the client does not tell where the platform's pages are. */
export function statusUrlOf({ reference, key }: SubmissionSecret, client: Pages | undefined): string {
  // The platform's pages stand beside each other
  const page = webAddress(client?.achievements.permalink?.('x', 'zh-CN'));
  return page ? new URL(`../submissions/${reference}?${new URLSearchParams({ key }).toString()}`, page).href : '';
}

/** An address of the web that may be relative to the page; `undefined` for anything else. */
export function webAddress(href: string | undefined): URL | undefined {
  if (!href) return undefined;
  try {
    const url = new URL(href, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
