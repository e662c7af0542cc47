declare const config: {
  overrideModuleCreation(found: { ts: unknown; globs: string[] }): { fileName: string }[];
};
export default config;
