import { css, type CSSResult } from 'lit';

/**
 * The design tokens that pages set (`--yn-…`), each with its default, as the private names (`--_…`) that styles use.
 * They stand on `.base`, the wrapper in every element, so that a page's own rules for the tag always win.
 *
 * Light or dark follows the page's `color-scheme`. Browsers without `light-dark()` (Chromium before 123) stay light
 * unless `appearance="dark"` says otherwise.
 */
export const tokens: CSSResult = css`
  :host([appearance='light']) {
    color-scheme: light;
  }
  :host([appearance='dark']) {
    color-scheme: dark;
  }
  .base {
    --_accent: var(--yn-color-accent, #0b7a5c);
    --_on-accent: var(--yn-color-on-accent, #fff);
    --_text: var(--yn-color-text, #1a2421);
    --_muted: var(--yn-color-muted, #54635d);
    --_line: var(--yn-color-line, #dbe3df);
    --_edge: var(--yn-color-edge, #7c8a84);
    --_surface: var(--yn-color-surface, #fff);
    --_tint: var(--yn-color-tint, #f1f6f4);
    --_mark: var(--yn-color-mark, #ffeeb3);
    --_danger: var(--yn-color-danger, #b3261e);
    --_radius: var(--yn-radius, 6px);
    --_space: var(--yn-space, 8px);
    --_font: var(
      --yn-font-family,
      system-ui,
      -apple-system,
      'Segoe UI',
      'PingFang SC',
      'Hiragino Sans GB',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      'Source Han Sans SC',
      sans-serif
    );
  }
  @supports (color: light-dark(#000, #fff)) {
    .base {
      --_accent: var(--yn-color-accent, light-dark(#0b7a5c, #5cc9a7));
      --_on-accent: var(--yn-color-on-accent, light-dark(#fff, #06231a));
      --_text: var(--yn-color-text, light-dark(#1a2421, #e7eeeb));
      --_muted: var(--yn-color-muted, light-dark(#54635d, #a6b5af));
      --_line: var(--yn-color-line, light-dark(#dbe3df, #33403b));
      --_edge: var(--yn-color-edge, light-dark(#7c8a84, #7f8f88));
      --_surface: var(--yn-color-surface, light-dark(#fff, #151c1a));
      --_tint: var(--yn-color-tint, light-dark(#f1f6f4, #1e2825));
      --_mark: var(--yn-color-mark, light-dark(#ffeeb3, #473a0d));
      --_danger: var(--yn-color-danger, light-dark(#b3261e, #f2a39b));
    }
  }
  @supports not (color: light-dark(#000, #fff)) {
    :host([appearance='dark']) .base {
      --_accent: var(--yn-color-accent, #5cc9a7);
      --_on-accent: var(--yn-color-on-accent, #06231a);
      --_text: var(--yn-color-text, #e7eeeb);
      --_muted: var(--yn-color-muted, #a6b5af);
      --_line: var(--yn-color-line, #33403b);
      --_edge: var(--yn-color-edge, #7f8f88);
      --_surface: var(--yn-color-surface, #151c1a);
      --_tint: var(--yn-color-tint, #1e2825);
      --_mark: var(--yn-color-mark, #473a0d);
      --_danger: var(--yn-color-danger, #f2a39b);
    }
  }
`;
