// Stands in for sdk/resources/load-code.ts in the bundle that pages load: what reads a kind of record comes in the file of
// the element that shows it, which leaves it here. An export of that file would cost every page one file more, since the
// bundler then needs a helper.
import type { Achievement } from '../domain/achievement.js';
import type { indicatorsReader } from '../sdk/resources/indicators-reader.js';

interface Code {
  Achievement: typeof Achievement;
  indicatorsReader: typeof indicatorsReader;
}

export const code = {} as Code;

export async function loadAchievement(): Promise<Code> {
  await import('./achievement-search.js');
  return code;
}

export async function loadIndicatorsReader(): Promise<Code> {
  await import('./kpi-tiles.js');
  return code;
}
