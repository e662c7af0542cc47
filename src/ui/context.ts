// The community context protocol (github.com/webcomponents-cg/community-protocols): an element asks for a value by an
// event that bubbles, and the nearest provider around it answers. Elements of other libraries, and of other copies of
// this one, take part where they name the same key.

/** Takes a value, and whatever it changes to until `unsubscribe` is called. */
export type ContextCallback<T> = (value: T, unsubscribe?: () => void) => void;

/** Dispatches an event of the protocol from `contextTarget`. */
export function sendContextEvent(type: string, contextTarget: Element, detail: object): void {
  const event = new Event(type, { bubbles: true, composed: true });
  contextTarget.dispatchEvent(Object.assign(event, { contextTarget }, detail));
}

/** Asks the providers around `element` for the value of `context`. No provider, no call. */
export function requestContext<T>(element: Element, context: unknown, callback: ContextCallback<T>): void {
  sendContextEvent('context-request', element, { context, callback, subscribe: true });
}
