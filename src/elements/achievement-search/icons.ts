import { html, type TemplateResult } from 'lit';

// Drawn like those of ui/icons.ts.

export const searchIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="11" cy="11" r="7" />
  <path d="m16.5 16.5 4 4" />
</svg>`;

export const filterIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 7h16M7 12h10M10 17h4" />
</svg>`;

export const chevronIcon: TemplateResult = html`<svg class="chevron" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m6 9 6 6 6-6" />
</svg>`;
