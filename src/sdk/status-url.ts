/** Reference and key in the `statusUrl` of a receipt; `undefined` for any other address. */
export function parseStatusUrl(url: string): { readonly reference: string; readonly key: string } | undefined {
  const [, reference, key] = /\/submissions\/([A-Z0-9-]{1,40})\?key=([\w-]{1,200})$/.exec(url) ?? [];
  return reference === undefined || key === undefined ? undefined : { reference, key };
}
