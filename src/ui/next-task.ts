/** Resolves in the browser's next task: what follows does not hold a slow machine up together with what came before. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
