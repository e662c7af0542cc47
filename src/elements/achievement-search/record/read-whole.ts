import type { AchievementDetail } from '../../../sdk/index.js';
import type { Surroundings } from '../surroundings.js';

/** Reads an achievement with all that is known of it, of which a list may have excerpts only. */
export async function readWhole(
  { client, l10n }: Surroundings,
  id: string,
  signal: AbortSignal,
): Promise<AchievementDetail> {
  const achievements = client()?.achievements;
  if (!achievements) throw new Error('no platform is named');
  return achievements.get(id, { lang: l10n.lang, signal });
}
