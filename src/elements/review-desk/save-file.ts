/** Milliseconds after which the browser has surely taken a file over. */
const TAKEN_MS = 60_000;

/** Hands a file to the browser to be saved under `name`. */
export function saveFile(content: Blob, name: string): void {
  // Of no known type it is saved, never shown in the page's own origin
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, TAKEN_MS);
}
