import { html, type TemplateResult } from 'lit';
import type { Standing } from './reading.js';

// As in ui/icons.ts. Each standing has a shape of its own, so that colour is never needed to tell them apart.

const check = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="m8 12.3 2.8 2.8L16 9.6" />
</svg>`;

const above = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 16.5v-9M8 11.5l4-4 4 4" />
</svg>`;

const forward = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 17.5 10 11l3.5 3.5L20 7.5M15 7h5v5" />
</svg>`;

const warning = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1" />
</svg>`;

const cross = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="m9 9 6 6M15 9l-6 6" />
</svg>`;

const clock = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7v5.3l3.4 2" />
</svg>`;

export const standingIcons: Readonly<Record<Standing, TemplateResult>> = {
  exceeded: above,
  better: above,
  reached: check,
  'on-track': forward,
  behind: warning,
  missed: cross,
  'not-due': clock,
};

export const infoIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 11v5.5M12 7.5v.1" />
</svg>`;

export const expandIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M14 4h6v6M10 20H4v-6M20 4l-6.5 6.5M4 20l6.5-6.5" />
</svg>`;
