import { html, type TemplateResult } from 'lit';

// Twenty-four units square, drawn with the current colour; the words beside them carry the meaning.

export const crossIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="m6 6 12 12M18 6 6 18" />
</svg>`;

export const alertIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7.5v5.5M12 16.4v.1" />
</svg>`;

export const retryIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5" />
</svg>`;
