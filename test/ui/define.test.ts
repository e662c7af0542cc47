import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { BaseElement } from '../../src/ui/base-element.js';
import { define } from '../../src/ui/define.js';
import { VERSION } from '../../src/ui/version.js';

describe('define', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('stamps every element with the version of the package', () => {
    expect(BaseElement.version).toBe(manifest.version);
    expect(VERSION).toBe(manifest.version);
  });

  it('registers a tag once, and stays silent for a second copy of the same version', () => {
    class First extends BaseElement {}
    class Second extends BaseElement {}
    define('test-define-once', First);
    define('test-define-once', Second);
    expect(customElements.get('test-define-once')).toBe(First);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('gives way to an element of somebody else, with a warning', () => {
    customElements.define('test-define-foreign', class extends HTMLElement {});
    class Ours extends BaseElement {}
    define('test-define-foreign', Ours);
    expect(vi.mocked(console.warn).mock.calls).toHaveLength(1);
    expect(String(vi.mocked(console.warn).mock.calls[0]?.[0])).toContain(VERSION);
  });

  it('does not throw when the browser refuses', () => {
    class Twice extends BaseElement {}
    define('test-define-a', Twice);
    define('test-define-b', Twice);
    expect(console.warn).toHaveBeenCalledOnce();
  });
});
