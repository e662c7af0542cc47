// Stands in for lit/decorators.js in the bundle that pages load: Lit's own also serves the standard decorators, which
// the sources do not use. A test compares both.
import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: object, name: PropertyKey) => void;

/** A reactive property of the class, with an attribute unless told otherwise. */
export function property(options?: PropertyDeclaration): Decorator {
  return (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}

/** A reactive property for the class itself, without an attribute. */
export function state(options?: Pick<PropertyDeclaration, 'hasChanged'>): Decorator {
  return property({ ...options, state: true, attribute: false });
}
