import { html, type TemplateResult } from 'lit';

// Twenty-four units square, drawn with the current colour; the words beside them carry the meaning.

export const searchIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="11" cy="11" r="7" />
  <path d="m16.5 16.5 4 4" />
</svg>`;

export const crossIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="m6 6 12 12M18 6 6 18" />
</svg>`;

export const filterIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 7h16M7 12h10M10 17h4" />
</svg>`;

export const chevronIcon: TemplateResult = html`<svg class="chevron" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m6 9 6 6 6-6" />
</svg>`;

export const alertIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7.5v5.5M12 16.4v.1" />
</svg>`;

export const retryIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5" />
</svg>`;
