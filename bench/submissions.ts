// Submissions sent by many clients at once to a platform that is killed (`kill -9`) and started again at moments drawn by
// lot; clients try again with the same key until they have a receipt. Afterwards every receipt has to be there, once.
// Arguments: `--submissions 1000`, `--clients 32`, `--kills 6`, `--engine pglite` or `postgres` (default: both).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgresIsMissing, startPostgres } from '../test/support/postgres.js';
import { storm, type StormResult } from '../test/support/submission-storm.js';
import { printTable } from './support/table.js';

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '1000' },
    clients: { type: 'string', default: '32' },
    kills: { type: 'string', default: '6' },
    engine: { type: 'string' },
  },
});
const options = {
  submissions: Number(values.submissions),
  inFlight: Number(values.clients),
  kills: Number(values.kills),
  // As an operator's platform is started, but from the sources
  flags: process.execArgv,
};

async function onPglite(): Promise<StormResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuniao-bench-'));
  try {
    return await storm({ ...options, place: { dataDir } });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<StormResult> {
  const server = await startPostgres();
  try {
    return await storm({ ...options, place: { databaseUrl: await server.createDatabase() } });
  } finally {
    await server.stop();
  }
}

const engines = [
  { engine: 'pglite', run: onPglite, missing: undefined },
  { engine: 'postgres', run: onPostgres, missing: postgresIsMissing },
].filter(({ engine }) => values.engine === undefined || values.engine === engine);

const rows: string[][] = [];
let isSound = true;
for (const { engine, run, missing } of engines) {
  if (missing !== undefined) {
    console.log(`${engine}: skipped, ${missing}`);
    continue;
  }
  const result = await run();
  const { acknowledged, stored, attempts, unanswered, kills, seconds, isAuditWhole } = result;
  const faults = [result.missing.length, result.notOnce.length, result.changed.length];
  isSound &&= acknowledged === options.submissions && stored === acknowledged && isAuditWhole;
  isSound &&= faults.every((count) => count === 0);
  const counts = [acknowledged, stored, ...faults, attempts, unanswered, kills].map(String);
  rows.push([engine, ...counts, isAuditWhole ? 'whole' : 'broken', `${seconds.toFixed(1)} s`]);
}
printTable(
  [
    'engine',
    'receipts',
    'stored',
    'missing by address',
    'not once in the store',
    'receipts that changed',
    'attempts',
    'unanswered',
    'kills',
    'audit trail',
    'time, restarts included',
  ],
  rows,
);
process.exitCode = isSound ? 0 : 1;
