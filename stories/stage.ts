import { html, type TemplateResult } from 'lit';

/** A page around a story: its language, direction and colour scheme. */
export interface Stage {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
  /** Width in pixels; unset takes what there is. */
  readonly width?: number;
}

/** Puts a story on a page of its own kind. */
export function onStage(
  content: unknown,
  { lang = 'zh-CN', dir = 'ltr', scheme = 'light', width }: Stage,
): TemplateResult {
  const look = `color-scheme: ${scheme}; background: Canvas; padding: 16px; box-sizing: border-box; ${width ? `width: ${width}px; max-width: 100%` : ''}`;
  return html`<div lang=${lang} dir=${dir} style=${look}>${content}</div>`;
}
