/** `N,N-二甲基` and `1,2-丙二醇` are one word each: the comma stands between the places of a chemical name. */
const COMMA_BETWEEN_WORDS = /(?<!(?:^|[^\p{L}\p{N}])[0-9NOSP]['’]?),|,(?![0-9NOSP]['’]?[-,])/u;
const LIST_SIGNS = /[;；|、，\n]/;

/** Words of a list that the source wrote as one text: `光伏；钙钛矿、电池` holds three. */
export function splitWords(text: string): string[] {
  return text
    .split(LIST_SIGNS)
    .flatMap((part) => part.split(COMMA_BETWEEN_WORDS))
    .filter(isText)
    .map(trim);
}

/** Names of a list that the source wrote as one text. Commas and 、 stay: names contain them. */
export function splitNames(text: string): string[] {
  return text
    .split(/[;；|\n]/)
    .filter(isText)
    .map(trim);
}

const isText = (part: string): boolean => part.trim() !== '';
const trim = (part: string): string => part.trim();
