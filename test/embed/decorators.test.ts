import { LitElement } from 'lit';
import * as lits from 'lit/decorators.js';
import { describe, expect, it } from 'vitest';
import * as ours from '../../src/embed/decorators.js';

function elementWith(decorators: Pick<typeof lits, 'property' | 'state'>): typeof LitElement {
  class Decorated extends LitElement {
    @decorators.property() word = 'a';
    @decorators.property({ type: Number, attribute: 'page-size' }) pageSize = 20;
    @decorators.property({ reflect: true }) look?: string;
    @decorators.property({ attribute: false }) list: readonly string[] = [];
    @decorators.state() private isOpen = false;
    toggle(): void {
      this.isOpen = !this.isOpen;
    }
  }
  return Decorated;
}

describe('the decorators of the page bundle', () => {
  it("declare the same properties as Lit's", () => {
    const [page, lit] = [elementWith(ours as typeof lits), elementWith(lits)];
    expect(page.observedAttributes).toEqual(lit.observedAttributes);
    expect([...page.elementProperties]).toEqual([...lit.elementProperties]);
  });

  it('make an element update when a property is set, by script or by attribute', async () => {
    const Decorated = elementWith(ours as typeof lits);
    customElements.define('test-decorated', Decorated);
    const element = new Decorated() as LitElement & { pageSize: number; look?: string };
    document.body.append(element);
    await element.updateComplete;
    element.setAttribute('page-size', '5');
    expect(element.pageSize).toBe(5);
    expect(element.isUpdatePending).toBe(true);
    element.look = 'dark';
    await element.updateComplete;
    expect(element.getAttribute('look')).toBe('dark');
    element.remove();
  });
});
