import { css, type CSSResult } from 'lit';
import { colors } from './colors.js';

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
    ${colors((light) => light)};
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
      ${colors((light, dark) => `light-dark(${light},${dark})`)};
    }
  }
  @supports not (color: light-dark(#000, #fff)) {
    :host([appearance='dark']) .base {
      ${colors((_light, dark) => dark)};
    }
  }
`;
