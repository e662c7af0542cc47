import { type CSSResult, unsafeCSS } from 'lit';

/** The colours that pages may set, each with its default in the light and in the dark. */
const COLORS: Readonly<Record<`--yn-color-${string}`, readonly [light: string, dark: string]>> = {
  '--yn-color-accent': ['#0b7a5c', '#5cc9a7'],
  '--yn-color-on-accent': ['#fff', '#06231a'],
  '--yn-color-text': ['#1a2421', '#e7eeeb'],
  '--yn-color-muted': ['#54635d', '#a6b5af'],
  '--yn-color-line': ['#dbe3df', '#33403b'],
  '--yn-color-edge': ['#7c8a84', '#7f8f88'],
  '--yn-color-surface': ['#fff', '#151c1a'],
  '--yn-color-tint': ['#f1f6f4', '#1e2825'],
  '--yn-color-mark': ['#ffeeb3', '#473a0d'],
  '--yn-color-danger': ['#b3261e', '#f2a39b'],
};

/** Every colour under its private name (`--_accent` for `--yn-color-accent`). */
export function colors(value: (light: string, dark: string) => string): CSSResult {
  const declarations = Object.entries(COLORS).map(
    ([name, [light, dark]]) => `${name.replace('yn-color-', '_')}:var(${name},${value(light, dark)})`,
  );
  return unsafeCSS(declarations.join(';'));
}
