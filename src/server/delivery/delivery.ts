import type { Logger } from 'pino';
import type { Store } from '../store/store.js';
import { Courier } from './courier.js';
import { type Mailer, type MailOptions, openMailer } from './mail.js';
import { webhookDelivery } from './webhook.js';

/** What is delivered from, how, and in whose name. */
export interface DeliveryOptions {
  readonly store: Pick<Store, 'messages' | 'webhooks'>;
  readonly logger: Logger;
  /** Name of the platform. */
  readonly platform: string;
  /** Version of the package, told to receivers of events. */
  readonly version: string;
  /** Without it letters wait in the store. */
  readonly mail?: MailOptions;
  /** How often to look for messages, in milliseconds. Default 1,000. */
  readonly pollMs?: number;
}

/** The platform's deliveries while it runs: letters by mail and events to webhooks. */
export class Delivery {
  readonly #couriers: readonly Courier[];
  readonly #mailer: Mailer | undefined;

  private constructor(couriers: readonly Courier[], mailer: Mailer | undefined) {
    this.#couriers = couriers;
    this.#mailer = mailer;
  }

  /** Starts to deliver what waits, and what comes. @throws when a mail server is named and nodemailer is not installed */
  static async start({ store, logger, platform, version, mail, pollMs }: DeliveryOptions): Promise<Delivery> {
    const { messages, webhooks } = store;
    const common = { messages, logger, ...(pollMs !== undefined && { pollMs }) };
    const mailer = mail && (await openMailer(mail, { messages, platform }));
    const couriers = [
      new Courier({ ...common, channel: 'webhook', deliver: webhookDelivery(webhooks, `yuniao/${version}`), slots: 8 }),
      ...(mailer ? [new Courier({ ...common, channel: 'mail', deliver: mailer.deliver })] : []),
    ];
    for (const courier of couriers) courier.start();
    if (!mailer) logger.info('no mail server is configured: letters wait, see "yuniao message list"');
    return new Delivery(couriers, mailer);
  }

  /** Takes no further message; those under way are finished, or delivered again after the next start. */
  async stop(): Promise<void> {
    await Promise.all(this.#couriers.map((courier) => courier.stop()));
    this.#mailer?.close();
  }
}
