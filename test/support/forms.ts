import type { SubmissionKind } from '../../src/domain/submission.js';
import { HttpError, NetworkError } from '../../src/sdk/index.js';
import type { FormElement } from '../../src/ui/form/form-element.js';
import type { Values } from '../../src/ui/form/values.js';
import type { ElementContract } from './contract.js';
import type { FakeClient } from './fake-client.js';
import { sampleState } from './fake-submissions.js';
import { returnTo } from './returned-submission.js';

/** Resolves once `check` no longer returns false. Stories wait by it, too, and they have no test runner around them. */
async function until(check: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!check()) {
    if (performance.now() > end) throw new Error(`still waiting for: ${check.toString()}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** The way of a form's sending, whatever its kind. */
export type Submit = FakeClient['demands']['submit'];

/** Presses the button that sends. */
export function send(form: Element): void {
  form.shadowRoot?.querySelector<HTMLElement>('[part=submit-button]')?.click();
}

/** Resolves once the form shows what it asks consent to, and its choices. */
export async function formReady(form: Element): Promise<void> {
  await until(
    () =>
      form.shadowRoot?.querySelector('.consent') !== null &&
      !form.shadowRoot?.textContent?.includes('正在加载') &&
      !form.shadowRoot?.textContent?.includes('Loading…'),
  );
}

function problem(status: number, errors?: { path: string; code: string; message: string }[]): HttpError {
  return new HttpError({
    status,
    problem: { type: 'about:blank', title: 'Refused', status, ...(errors && { errors }) },
  });
}

/** Every state of a form. `filled` is what it takes to send it. */
export function formStates(filled: Values): ElementContract['states'] {
  const prepare =
    (values: Values, act?: (form: FormElement, client: FakeClient) => void | Promise<void>) =>
    async (element: Element, client: FakeClient, attach: () => Promise<void>): Promise<void> => {
      const form = element as FormElement;
      form.draftsOff = true;
      form.value = values;
      await attach();
      await formReady(form);
      await act?.(form, client);
      await form.updateComplete;
    };
  const answering = (answer: (client: FakeClient) => void, seen: string) =>
    prepare(filled, async (form, client) => {
      answer(client);
      send(form);
      await until(() => form.shadowRoot?.querySelector(seen) !== null);
    });
  const refuse = (error: unknown) => (client: FakeClient) => {
    for (const { submit } of [client.demands, client.achievements, client.enquiries])
      submit.answer(() => {
        throw error;
      });
  };
  return {
    'editing, empty': prepare({}),
    'editing, filled': prepare(filled),
    'editing, every field': async (element, client, attach) => {
      (element as FormElement).variant = 'full';
      await prepare(filled)(element, client, attach);
    },
    'editing, before anything has come': (element, client) => {
      (element as FormElement).draftsOff = true;
      client.submissions.settings.defer();
      client.codeLists.list.defer();
    },
    'editing, choices and consents not to be had': async (element, client, attach) => {
      const fail = (): never => {
        throw new NetworkError({ offline: false });
      };
      client.submissions.settings.answer(fail);
      client.codeLists.list.answer(fail);
      (element as FormElement).draftsOff = true;
      await attach();
      await until(() => element.shadowRoot?.querySelector('[part=retry-button]') !== null);
    },
    'editing, with faults': prepare({}, async (form) => {
      send(form);
      await until(() => form.shadowRoot?.querySelector('[part=summary]') !== null);
    }),
    sending: answering((client) => {
      for (const { submit } of [client.demands, client.achievements, client.enquiries]) submit.defer();
    }, '[aria-busy=true]'),
    waiting: answering(refuse(new NetworkError({ offline: false })), '[part=waiting]'),
    failed: answering(refuse(problem(413)), '[part=failed]'),
    'failed, with faults of the platform': answering(
      refuse(problem(422, [{ path: 'submitter.phone', code: 'invalid', message: '号码不存在。' }])),
      '[part=summary]',
    ),
    sent: answering(() => undefined, '[part=receipt]'),
    'editing, what was returned': async (element, client, attach) => {
      returnTo(client, kindOf(element));
      await answerIn(element as FormElement, attach);
      await until(() => element.shadowRoot?.querySelector('[part~=returned]') !== null);
    },
    'editing, what cannot be changed any more': async (element, client, attach) => {
      client.submissions.state.answer(sampleState);
      await answerIn(element as FormElement, attach);
      await until(() => element.shadowRoot?.querySelector('[part~=failed]') !== null);
    },
  };
}

const kindOf = ({ localName }: Element): SubmissionKind =>
  localName.includes('achievement') ? 'achievement' : localName.includes('enquiry') ? 'enquiry' : 'demand';

/** Gives a form the link of a submission. */
async function answerIn(form: FormElement, attach: () => Promise<void>): Promise<void> {
  form.draftsOff = true;
  form.statusUrl = 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=secret';
  await attach();
}
