/** Asks what an element will ask first, and leaves the answer on it: see `ui/early-answer.ts`. */
export function askEarly(element: Element, url: string | undefined): void {
  if (url === undefined) return;
  const response = fetch(url);
  response.catch(() => undefined); // the element meets the failure, and tries again
  Object.assign(element, { [Symbol.for('yuniao.early-answer')]: { url, response } });
}

/** Reads attributes, and adds what they ask for. */
interface Question {
  readonly attribute: (name: string) => string;
  readonly has: (name: string) => boolean;
  /** Adds a parameter unless it is empty. */
  readonly set: (name: string, value: string) => void;
  readonly params: URLSearchParams;
}

/**
 * The address that an achievement search will ask first, exactly as its client puts it; `undefined` where that is not
 * certain: inside a provider, or when the page's scripts or its address may have a word in it.
 */
export function firstQuestion(element: Element): string | undefined {
  if (element.hasAttribute('url-state') && location.search !== '') return undefined;
  return addressOf(element, 'achievements', ({ attribute, has, set, params }) => {
    const isHidden = has('facets-hidden');
    set('q', attribute('query'));
    set('sort', attribute('sort'));
    set('limit', `${Math.min(Math.max(Math.trunc(Number(attribute('page-size'))) || 20, 1), 100)}`);
    if (!isHidden) set('ranges', words(attribute('ranges')).join());
    set('texts', 'excerpts');
    set('lang', langOf(element));
    const facets = isHidden ? [] : words(attribute('facets'));
    if (isHidden || has('facets'))
      for (const facet of facets.length > 0 ? facets : ['']) params.append('facets', facet);
  });
}

/** The same for tiles. */
export function firstIndicators(element: Element): string | undefined {
  return addressOf(element, 'indicators', ({ attribute, set }) => {
    set('code', words(attribute('codes').replace(/,|:[^\s,]*/g, ' ')).join());
    set('section', attribute('section'));
  });
}

function addressOf(element: Element, path: string, ask: (question: Question) => void): string | undefined {
  const attribute = (name: string): string => element.getAttribute(name)?.trim() ?? '';
  const has = (name: string): boolean => element.hasAttribute(name);
  if (!has('api') || element.closest('yn-provider') || Object.keys(element).length > 0) return undefined;
  const params = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value !== '') params.append(name, value);
  };
  ask({ attribute, has, set, params });
  set('siteKey', attribute('site-key'));
  try {
    const { origin, pathname } = new URL(attribute('api'), location.origin);
    return `${origin}${pathname.replace(/\/+$/, '')}/api/v1/${path}?${params.toString()}`.replace(/\?$/, '');
  } catch {
    return undefined; // the element says what is wrong with the address
  }
}

function words(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}

/** As `LocalizeController` reads it. */
function langOf(element: Element): string {
  const stated = element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? '';
  try {
    return Intl.getCanonicalLocales(stated.trim().replaceAll('_', '-'))[0] ?? 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}
