import { describe, expect, it } from 'vitest';
import decorate from '../../src/embed/decorate.js';

describe('how the page bundle decorates a field', () => {
  it('hands the class and the name of the field to each of its decorators', () => {
    class Thing {}
    const seen: unknown[] = [];
    const decorator = (prototype: object, name: PropertyKey): void => {
      seen.push([prototype, name]);
    };
    decorate([decorator, decorator], Thing.prototype, 'size');
    expect(seen).toEqual([
      [Thing.prototype, 'size'],
      [Thing.prototype, 'size'],
    ]);
  });
});
