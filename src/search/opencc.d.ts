declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified[ simplified…]|…`, one entry a character. */
  const entries: string;
  export default entries;
}
