/** Languages in which the platform answers: labels of facets, titles and messages of problems. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language the platform speaks. `{name}` stands for a value that is filled in. */
export type Text = Readonly<Record<Language, string>>;

/** The language to answer in for one BCP 47 tag: Chinese for any Chinese, else English. `undefined` when it is no tag. */
export function languageFor(tag: string): Language | undefined {
  if (!/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  return languageOf(tag.toLowerCase().replaceAll('_', '-')) ?? 'en';
}

/** The best of {@link LANGUAGES} for an `Accept-Language` header; Chinese when it names neither Chinese nor English. */
export function negotiateLanguage(header: string | undefined): Language {
  let best: { lang: Language; quality: number } | undefined;
  for (const item of (header ?? '').slice(0, 1000).split(',')) {
    const [tag = '', ...params] = item.split(';').map((part) => part.trim().toLowerCase());
    const lang = languageOf(tag);
    const quality = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1);
    if (lang && quality > 0 && quality > (best?.quality ?? 0)) best = { lang, quality };
  }
  return best?.lang ?? 'zh-CN';
}

function languageOf(tag: string): Language | undefined {
  const primary = tag.split('-')[0];
  return primary === 'zh' ? 'zh-CN' : primary === 'en' ? 'en' : undefined;
}

/** `text` in `lang`, its `{placeholders}` replaced by `values`. */
export function fill(text: Text, lang: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
