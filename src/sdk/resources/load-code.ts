// The code of a kind of record, where a page has it: embed/load-code.ts.
import type { Achievement } from '../../domain/achievement.js';
import type { indicatorsReader } from './indicators-reader.js';

export async function loadAchievement(): Promise<{ readonly Achievement: typeof Achievement }> {
  return import('../../domain/achievement.js');
}

export async function loadIndicatorsReader(): Promise<{ readonly indicatorsReader: typeof indicatorsReader }> {
  return import('./indicators-reader.js');
}
