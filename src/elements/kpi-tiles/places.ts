import type { Indicator } from '../../domain/indicator.js';
import { pickText } from '../../domain/language.js';
import type { Group, KpiSize, Place } from './view.js';

/** One code of the author's list, with the size its tile is to have. */
export interface Choice {
  readonly code: string;
  readonly size?: KpiSize;
}

/** Reads `codes="contracts-amount:large patents"`. What is no size is left out of account. */
export function parseCodes(codes: string): readonly Choice[] {
  return codes
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const [code = '', size = ''] = entry.split(':');
      return isSize(size) ? { code, size } : { code };
    });
}

export function isSize(text: string): text is KpiSize {
  return /^(small|medium|large)$/.test(text);
}

/** What the author chose, in that order; a code that the platform does not know keeps its place. */
export function chosenPlaces(choices: readonly Choice[], size: KpiSize): readonly Place[] {
  return choices.map(({ code, size: own = size }) => ({ code, size: own }));
}

/** Everything by the sections of the plan, in the order the platform gives; what belongs to none comes last. */
export function placesBySection(
  indicators: ReadonlyMap<string, Indicator>,
  size: KpiSize,
  lang: string,
  other: string,
): readonly Group[] {
  const groups = new Map<string, { id: string; title?: string; places: Place[] }>();
  for (const [code, { section }] of indicators) {
    const id = section?.code ?? '';
    const group = groups.get(id) ?? {
      id,
      title: pickText(section?.label, lang)?.text ?? other,
      places: [],
    };
    group.places.push({ code, size });
    groups.set(id, group);
  }
  const list = [...groups.values()];
  if (list.length === 1 && list[0]?.id === '') return [{ id: '', places: list[0].places }];
  return [...list.filter(({ id }) => id !== ''), ...list.filter(({ id }) => id === '')];
}
