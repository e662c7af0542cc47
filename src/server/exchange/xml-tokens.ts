/** A piece of an XML text: an element that opens (or stands alone), one that closes, or text. */
export type XmlToken =
  | { readonly open: string; readonly attributes: Readonly<Record<string, string>>; readonly isEmpty: boolean }
  | { readonly close: string }
  | { readonly text: string };

const PIECES =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<[^>]*>|([^<]+)/g;
const ATTRIBUTES = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Cuts the XML of an office document into pieces, names without their prefix. No check that it is well formed: a program
 * wrote it. Entities beyond the five that XML has stay as they are, so nothing expands.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const [, cdata, close, open, attributes = '', slash, text] of xml.matchAll(PIECES)) {
    if (open !== undefined) {
      yield { open: local(open), attributes: readAttributes(attributes), isEmpty: slash === '/' };
      if (slash === '/') yield { close: local(open) };
    } else if (close !== undefined) yield { close: local(close) };
    else if (text !== undefined) yield { text: decode(text) };
    else if (cdata !== undefined) yield { text: cdata };
  }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTES)) {
    attributes[local(name)] = decode(double ?? single ?? '');
  }
  return attributes;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : String(whole);
  });
}
