import { createHmac } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Webhook, WebhookStore } from '../store/store.js';
import { addressFault, guardedLookup } from './address-guard.js';
import type { Deliver, Outcome } from './courier.js';

/** Longest that a receiver may take to answer. */
const TIMEOUT_MS = 10_000;

/** The headers by which a receiver knows that an event is ours, as Standard Webhooks has them. */
export function signatureHeaders(secret: string, key: string, seconds: number, body: string): Record<string, string> {
  const hmac = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
  const signature = hmac.update(`${key}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': key, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}

/** Delivers events to webhooks. `userAgent` names the platform to them. */
export function webhookDelivery(webhooks: WebhookStore, userAgent: string): Deliver {
  return async ({ key, target, payload }, signal) => {
    const webhook = await webhooks.find(target);
    if (!webhook) return 'dropped';
    const fault = addressFault(webhook.url, webhook.allowsPrivate);
    if (fault) return { failure: fault, isFinal: true };
    const body = JSON.stringify(payload);
    const seconds = Math.floor(Date.now() / 1000);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': userAgent,
      ...signatureHeaders(webhook.secret, key, seconds, body),
    };
    return post(webhook, headers, body, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]));
  };
}

/** Sends a body and reads no more of the answer than its status. A redirect is an answer like others: not followed. */
function post(
  { url, allowsPrivate }: Webhook,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const target = new URL(url);
  const request = target.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    const sent = request(
      target,
      { method: 'POST', headers, agent: false, signal, lookup: guardedLookup(target, allowsPrivate) },
      (response) => {
        const { statusCode: status = 0 } = response;
        response.destroy();
        if (status >= 200 && status < 300) resolve('sent');
        // 410: the receiver says that it wants no more
        else resolve({ failure: `HTTP ${status}`, ...(status === 410 && { isFinal: true }) });
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ failure: signal.aborted ? 'no answer in time' : (error.code ?? error.name) });
    });
    sent.end(body);
  });
}
