// Stands in for the compiler's helper in the bundle that pages load: that one also serves decorators of classes,
// methods and accessors, of which the sources use none.
type Decorator = (prototype: object, name: PropertyKey) => void;

/** Decorates a field. */
export default function decorate(decorators: readonly Decorator[], prototype: object, name: PropertyKey): void {
  for (const decorator of decorators) decorator(prototype, name);
}
