/** Markup that is safe to send: made by {@link html} from our own words and escaped values. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text is escaped, markup is not, and what is absent leaves nothing. */
export type Piece = Html | string | number | undefined | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As itself, a parser would read it as a line feed
  '\r': '&#13;',
};

/** Text as content or as a quoted attribute value, of HTML or XML. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"'\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

function render(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.toString();
  if (typeof piece === 'object') return piece.map(render).join('');
  return escapeText(String(piece));
}

/** A template whose values are escaped: nothing of a record becomes markup. Attribute values have to be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(parts.map((part, at) => part + (at < values.length ? render(values[at]) : '')).join(''));
}

/** The same for XML, whose white space no formatter should touch. */
export const xml: typeof html = html;

/** Data for a `<script>` that is not run. `<` is written so that no text ends it, whatever it holds. */
export function jsonScript(value: unknown): Html {
  return new Html(
    JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'),
  );
}
