import { cdp } from 'vitest/browser';

/** Does `act` while the page is set as for paper. */
export async function onPaper(act: () => unknown): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    await act();
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  }
}

/** How light a computed colour is, from 0 (black) to 1 (white). */
export function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** How far what `element` draws runs out of it sideways, in pixels. */
export function overrun(element: Element): number {
  const { scrollWidth, clientWidth } = element.shadowRoot!.querySelector('.base')!;
  return scrollWidth - clientWidth;
}

/** Where the text of a node stands: one box for each line that it takes. */
export function lines(node: Node): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}
