/** Calls `then` once what was drawn is on the screen; at once where no one looks. */
export function afterPaint(then: () => void): void {
  if (document.hidden) setTimeout(then);
  else requestAnimationFrame(() => setTimeout(then));
}
