export function demoFolder(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined;
export function makeDeskToken(dataDir: string): Promise<string>;
export function sendSamples(url: string, file: string): Promise<void>;
