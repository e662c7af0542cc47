import { type Html, html } from '../markup.js';

/** A field of a page: what it is called, and its value where it is known. */
export type LabelledField = readonly [label: string, value: Html | undefined];

/** A heading and its fields; nothing where none has a value. */
export function fieldGroup(id: string, heading: string, fields: readonly LabelledField[]): Html | undefined {
  const known = fields.filter(([, value]) => value !== undefined);
  if (known.length === 0) return undefined;
  return html`<section aria-labelledby="group-${id}">
    <h2 id="group-${id}">${heading}</h2>
    <dl>
      ${known.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div> `,
      )}
    </dl>
  </section> `;
}
