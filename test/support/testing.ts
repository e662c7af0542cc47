import { expect as chai, fixture as mount, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { vi } from 'vitest';

export { html };

/** Draws `template` on the page and gives its first element. It is removed after the test. */
export async function fixture<T extends Element>(template: TemplateResult): Promise<T> {
  return mount<T>(template);
}

/** Fails with axe's findings when `element` has any. */
export async function expectAccessible(element: Element): Promise<void> {
  await chai(element).to.be.accessible();
}

/** Resolves once `check` no longer throws or returns false. */
export async function until(check: () => unknown): Promise<void> {
  await vi.waitFor(
    () => {
      if (check() === false) throw new Error(`still waiting for: ${check.toString()}`);
    },
    { interval: 5, timeout: 20_000 },
  );
}

/** Resolves once `element` shows an answer or says why it cannot. */
export async function settled(element: Element): Promise<void> {
  await until(() => element.matches(':state(ready), :state(empty), :state(error)'));
}

/** What `element` draws, without the markers that Lit leaves. */
export function drawn(element: Element): string {
  return (element.shadowRoot?.innerHTML ?? '').replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
}
