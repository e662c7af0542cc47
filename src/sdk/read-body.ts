/** Largest answer that is read, in bytes after decompression. A page of 100 long records stays far below. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** The answer's text, or `undefined` when it is longer than {@link MAX_ANSWER_BYTES}; the rest is then not read. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      // Not awaited: a stream may take its time to close and nobody needs it
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
