import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressFault, guardedLookup, isPrivateAddress } from '../../../src/server/delivery/address-guard.js';
import { Courier } from '../../../src/server/delivery/courier.js';
import { enqueue } from '../../../src/server/delivery/enqueue.js';
import { signatureHeaders, webhookDelivery } from '../../../src/server/delivery/webhook.js';
import { describeStores } from '../../support/stores.js';

describe('addresses of webhooks', () => {
  it.each([
    ['https://district.example/hook', undefined],
    ['http://district.example/hook', 'not-https'],
    ['http://127.0.0.1:8080/hook', undefined],
    ['http://localhost/hook', undefined],
    ['http://[::1]:8080/', undefined],
    ['http://127.0.0.1.evil.example/', 'not-https'],
    ['https://10.1.2.3/', 'private-address'],
    ['https://0x0a.1.2.3/', 'private-address'],
    ['https://167772161/', 'private-address'],
    ['https://[fd00::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
    ['https://user:secret@district.example/', 'with-credentials'],
    ['ftp://district.example/', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['', 'not-an-address'],
  ])('%s: %s', (url, fault) => {
    expect(addressFault(url, false)).toBe(fault);
  });

  it('may be private where that was asked for, but not unencrypted', () => {
    expect(addressFault('https://10.1.2.3/', true)).toBeUndefined();
    expect(addressFault('http://10.1.2.3/', true)).toBe('not-https');
  });

  it.each([
    '192.168.1.1',
    '172.31.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1%eth0',
    '2002:a00::1',
  ])('%s is of no public network', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(['1.1.1.1', '172.32.0.1', '2400:3200::1'])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('are refused when a name turns out to stand for a private one', async () => {
    const lookUp = (url: string, isAllowed: boolean): Promise<unknown> =>
      new Promise((resolve) => {
        // The name that every machine has, in the place of one that somebody points at this network
        guardedLookup(new URL(url), isAllowed)('localhost', { all: true }, (error, found) => resolve(error ?? found));
      });
    expect(await lookUp('https://district.example/', false)).toMatchObject({ name: 'PrivateAddressError' });
    expect(await lookUp('https://district.example/', true)).toContainEqual(
      expect.objectContaining({ address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) as string }),
    );
  });
});

it('signs as Standard Webhooks does', () => {
  // The example of the specification's reference libraries
  const headers = signatureHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1_614_265_330,
    '{"test": 2432232314}',
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describeStores('webhooks', (given) => {
  interface Call {
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }
  const calls: Call[] = [];
  let answer: (response: ServerResponse) => void;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      calls.push({ url: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  let origin: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  afterEach(() => calls.splice(0));

  const data = {
    reference: 'D26-AAAA-AAAA',
    kind: 'demand',
    status: 'published',
    title: { 'zh-CN': '涂层 “<b>” 🀄' },
  } as const;
  const deliver = async (url = `${origin}/hook`): Promise<string> => {
    const { store, database } = given();
    const { secret } = await store.webhooks.add({ url, events: ['record.published'], allowsPrivate: false });
    await enqueue(database, {
      channel: 'webhook',
      target: 'record.published',
      payload: { ...data, recordId: 'dem_1' },
    });
    const { messages } = store;
    const logger = pino({ level: 'silent' });
    await new Courier({
      channel: 'webhook',
      deliver: webhookDelivery(store.webhooks, 'yuniao/0'),
      messages,
      logger,
    }).look();
    return secret;
  };

  it('are told of an event, signed, without anything about a person', async () => {
    answer = (response) => response.writeHead(204).end();
    const secret = await deliver();
    const [{ headers, body } = { headers: {} as IncomingMessage['headers'], body: '' }] = calls;
    expect(JSON.parse(body)).toEqual({
      type: 'record.published',
      at: expect.stringMatching(/^\d{4}-.+Z$/) as string,
      data: { ...data, recordId: 'dem_1' },
    });
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(headers['content-type']).toBe('application/json');
    expect(await given().store.messages.count()).toEqual([{ channel: 'webhook', state: 'sent', count: 1 }]);
  });

  it.each([
    ['tried again after an error', 500, 'waiting', 'HTTP 500'],
    ['not followed to another place', 302, 'waiting', 'HTTP 302'],
    ['given up where they are gone', 410, 'failed', 'HTTP 410'],
  ])('are %s', async (_what, status, state, error) => {
    answer = (response) => response.writeHead(status, { Location: `${origin}/elsewhere` }).end('x'.repeat(100_000));
    await deliver();
    expect(calls.map(({ url }) => url)).toEqual(['/hook']);
    expect(await given().store.messages.list()).toMatchObject([{ state, error }]);
  });

  it('do not have their answer read', async () => {
    // Without an end
    answer = (response) => {
      response.writeHead(200).write('x');
    };
    await deliver();
    expect(await given().store.messages.count()).toEqual([{ channel: 'webhook', state: 'sent', count: 1 }]);
  });

  it('are not called at all at a private address', async () => {
    await deliver('https://10.0.0.1/hook');
    expect(await given().store.messages.list()).toMatchObject([{ state: 'failed', error: 'private-address' }]);
  });

  it('take what waits for them along when they are removed', async () => {
    answer = (response) => response.writeHead(500).end();
    await deliver();
    const { webhooks, messages } = given().store;
    const [webhook] = await webhooks.list();
    expect(await webhooks.remove(webhook?.id ?? '')).toBe(true);
    expect(await webhooks.remove(webhook?.id ?? '')).toBe(false);
    expect(await messages.count()).toEqual([]);
  });
});

it('is checked by the lines that the documentation gives for it', async () => {
  const manual = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(manual)?.[1] ?? '';
  const { isFromPlatform } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    isFromPlatform(secret: string, headers: Record<string, string>, body: string): boolean;
  };
  const secret = `whsec_${Buffer.from('a key of ours').toString('base64')}`;
  const now = Math.floor(Date.now() / 1000);
  const headers = signatureHeaders(secret, 'msg_1', now, '{"a":1}');
  expect(isFromPlatform(secret, headers, '{"a":1}')).toBe(true);
  expect(isFromPlatform(secret, headers, '{"a":2}')).toBe(false);
  expect(isFromPlatform(secret, { ...headers, 'webhook-id': 'msg_2' }, '{"a":1}')).toBe(false);
  expect(isFromPlatform(secret, signatureHeaders(secret, 'msg_1', now - 600, '{"a":1}'), '{"a":1}')).toBe(false);
  expect(isFromPlatform(secret, {}, '{"a":1}')).toBe(false);
});
