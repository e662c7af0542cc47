import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Queryable } from '../../../src/server/store/database.js';

/** A submission as letters need it: its submitter and what they agreed to. */
export interface SubmissionFacts {
  readonly reference: string;
  readonly email?: string;
  readonly purposes?: readonly string[];
}

/** Stores a submission below the routes that take one. */
export async function addSubmission(
  database: Queryable,
  { reference, email, purposes = ['contact'] }: SubmissionFacts,
): Promise<void> {
  await database.query(
    `INSERT INTO submissions (reference, kind, status, draft, title_key, record_id, key_sha256, body_sha256,
       secret_sha256, received_at, updated_at)
     VALUES ($1, 'demand', 'submitted', '{}', '', $1, $1, '', '', now(), now())`,
    [reference],
  );
  await database.query('INSERT INTO submitters (reference, person) VALUES ($1, $2::text::jsonb)', [
    reference,
    JSON.stringify({ person: '李工', ...(email !== undefined && { email }) }),
  ]);
  for (const purpose of purposes) {
    await database.query(
      `INSERT INTO consents (reference, purpose, recipient, text_version, given_at) VALUES ($1, $2, '平台', '1', now())`,
      [reference, purpose],
    );
  }
}

/** A letter as a mail server received it. */
export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire, dots unstuffed. */
  readonly raw: string;
}

/** A mail server of the test's own. `refuse` says with what a recipient is refused. */
export async function startMailServer(
  refuse: (address: string) => { code: number; text: string } | undefined = () => undefined,
): Promise<{ readonly url: string; readonly letters: ReceivedLetter[]; stop(): Promise<void> }> {
  const letters: ReceivedLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refuse(address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        done(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The headers of a letter by name, unfolded, and its text decoded. */
export function readLetter(raw: string): { headers: Record<string, string>; text: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (name in headers) throw new Error(`two headers ${name}`);
    headers[name] = decodeWords(line.slice(colon + 1).trim());
  }
  const body = raw.slice(end + 4);
  const encoding = headers['content-transfer-encoding'];
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? Buffer.from(
            body
              .replace(/=\r\n/g, '')
              .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          )
        : Buffer.from(body, 'latin1');
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') };
}

/** RFC 2047, as far as our subjects need it. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}
