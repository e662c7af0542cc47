import type { ClientOptions } from './options.js';
import { type AchievementsResource, createAchievements } from './resources/achievements.js';
import { createIndicators, type IndicatorsResource } from './resources/indicators.js';
import { createTransport } from './transport.js';

/** A connection to one platform: plain resources, no state but its options. Safe to share. */
export interface Client {
  readonly achievements: AchievementsResource;
  readonly indicators: IndicatorsResource;
}

/**
 * Connects to a platform. Nothing is sent until a resource is asked for something.
 * @throws {ConfigError} when an option cannot work
 * @example
 * const client = createClient({ baseUrl: 'https://platform.example.org', siteKey: 'pk_…' });
 * const { items, total } = await client.achievements.list({ q: '钙钛矿' });
 */
export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  return { achievements: createAchievements(transport), indicators: createIndicators(transport) };
}
