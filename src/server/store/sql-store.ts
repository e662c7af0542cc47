import { Sites, Tokens } from './access.js';
import type { Database } from './database.js';
import { Desk } from './desk.js';
import { DeskExports } from './desk-exports.js';
import { Indicators } from './indicators.js';
import { Messages } from './messages.js';
import { Records } from './records.js';
import type { Store } from './store.js';
import { Webhooks } from './webhooks.js';
import { Submissions } from './submissions.js';

/** The store over an open database whose schema is up to date. `release` runs after the database is closed. */
export function createSqlStore(
  database: Database,
  holder: { announce?: (url: string) => Promise<void>; release?: () => Promise<void> } = {},
): Store {
  const records = new Records(database);
  const sites = new Sites(database);
  const tokens = new Tokens(database);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    try {
      await database.close();
    } finally {
      await holder.release?.();
    }
  };
  return {
    engine: database.engine,
    putRecords: (batch) => records.put(batch),
    getRecord: (kind, id) => records.get(kind, id),
    getRecords: (kind, ids) => records.getMany(kind, ids),
    deleteRecords: (kind, ids) => records.delete(kind, ids),
    scanRecords: (kind, afterId, limit) => records.scan(kind, afterId, limit),
    countRecords: (kind) => records.count(kind),
    outboxHead: () => records.head(),
    readOutbox: (afterSeq, limit) => records.readOutbox(afterSeq, limit),
    outboxMark: (seq) => records.outboxMark(seq),
    lastChange: () => records.lastChange(),
    isNew: async () => (await records.head()) === 0,
    indicators: new Indicators(database),
    desk: new Desk(database),
    deskExports: new DeskExports(database),
    messages: new Messages(database),
    webhooks: new Webhooks(database),
    submissions: new Submissions(database),
    addSite: (site) => sites.add(site),
    listSites: () => sites.list(),
    removeSite: (key) => sites.remove(key),
    createToken: (token) => tokens.create(token),
    findToken: (secret) => tokens.find(secret),
    listTokens: () => tokens.list(),
    revokeToken: (id) => tokens.revoke(id),
    ping: async () => {
      await database.query('SELECT 1 AS alive');
    },
    announce: async (url) => holder.announce?.(url),
    close: () => (closing ??= close()),
  };
}
