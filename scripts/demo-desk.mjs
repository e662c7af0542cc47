// What the demo of `npm start` adds to the platform, so that its desk can be tried at once: a token, and submissions that
// wait. Only for the sample data on this machine: a platform that others reach, or a database server, gets neither.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const LABEL = '演示办公室';
const SCOPES = ['desk', 'publish', 'privacy'];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const PATHS = { demand: 'demands', achievement: 'achievements', enquiry: 'enquiries' };

/** The folder of the demo's data; nothing where it is no demo. */
export function demoFolder(args, env) {
  const options = { host: { type: 'string' }, data: { type: 'string' }, 'public-url': { type: 'string' } };
  const { values } = parseArgs({ args, options, strict: false });
  const isOpen = values['public-url'] !== undefined || !LOOPBACK.has(values.host ?? '127.0.0.1');
  if (isOpen || (env.DATABASE_URL && values.data === undefined)) return undefined;
  return values.data ?? './.yuniao';
}

/** Makes a new token for the demo's desk; those of earlier starts end with it. The database must not be open yet. */
export async function makeDeskToken(dataDir) {
  const { openStore } = await import('../dist/server/index.js');
  const store = await openStore({ dataDir });
  try {
    for (const { id, label } of await store.listTokens()) if (label === LABEL) await store.revokeToken(id);
    return (await store.createToken({ label: LABEL, scopes: SCOPES })).secret;
  } finally {
    await store.close();
  }
}

/** Sends the sample submissions, as a form would. The same key each time: they arrive once, however often it starts. */
export async function sendSamples(url, file) {
  const samples = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
  for (const [index, { kind, draft, submitter }] of samples.entries()) {
    const settings = await (await fetch(`${url}api/v1/submission-settings?kind=${kind}&lang=zh-CN`)).json();
    const consents = settings.consents.map(({ purpose, recipient, textVersion }) => ({
      purpose,
      recipient,
      textVersion,
    }));
    const answer = await fetch(`${url}api/v1/${PATHS[kind]}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `npm-start-sample-${index}` },
      body: JSON.stringify({ draft, submitter, consents }),
    });
    if (!answer.ok) throw new Error(`Sample submission ${index + 1}: HTTP ${answer.status} ${await answer.text()}`);
  }
}
