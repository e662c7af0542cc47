/** A size in the unit that suits it: `1.4 MB`. */
export function sizeText(bytes: number, lang: string): string {
  const [unit, per] =
    bytes >= 1e6 ? (['megabyte', 1e6] as const) : bytes >= 1e3 ? (['kilobyte', 1e3] as const) : (['byte', 1] as const);
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(bytes / per);
}
