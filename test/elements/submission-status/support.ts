import { until } from '../../support/testing.js';

export { eventfulState, problemOf } from '../../support/eventful-submission.js';

/** Opens what the reader can do, and waits for its code. */
export async function openManage(element: HTMLElement): Promise<void> {
  const details = element.shadowRoot?.querySelector('details');
  if (!details) throw new Error('no submission shows');
  details.open = true;
  await until(() => details.querySelector('.outcome') !== null);
}
