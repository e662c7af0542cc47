import { html, type TemplateResult } from 'lit';

// Sixteen units square: every status has a shape of its own.
const SHAPES: Readonly<Record<string, TemplateResult>> = {
  submitted: html`<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5" /></svg>`,
  firstReview: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="5.5" />
    <path class="solid" d="M8 2.5a5.5 5.5 0 0 0 0 11z" />
  </svg>`,
  review: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="5.5" />
    <path class="solid" d="M8 2.5a5.5 5.5 0 1 0 5.5 5.5H8z" />
  </svg>`,
  returned: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M6.5 3 3 6.5 6.5 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6" />
  </svg>`,
  publicNotice: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3 6.5v3h2.5l6 3v-9l-6 3zM13.7 6.6v2.8" />
  </svg>`,
  published: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3 8.5 3.2 3.2L13 4.8" /></svg>`,
  negotiating: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 5.5h9L9 3M13.5 10.5h-9L7 13" /></svg>`,
  contracted: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3.5 2.5h9v11h-9zM6 6h4M6 10.3l1.2 1.2L10 9" />
  </svg>`,
  closed: html`<svg viewBox="0 0 16 16" aria-hidden="true"><rect x="3" y="3" width="10" height="10" /></svg>`,
  tombstone: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8M12 4l-8 8" /></svg>`,
};

const OTHER = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.5 13.5 8 8 13.5 2.5 8z" /></svg>`;

/** The shape of a status; a diamond for one that this version does not know. */
export function statusIcon(status: string): TemplateResult {
  return SHAPES[status] ?? OTHER;
}

export const suspectIcon: TemplateResult = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1" />
</svg>`;
