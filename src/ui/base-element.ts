import { LitElement } from 'lit';
import { VERSION } from './version.js';

/**
 * What every element of the library is: versioned, with typed listeners and custom states. `Events` maps the names of
 * the element's own events to their types.
 */
export abstract class BaseElement<Events = object> extends LitElement {
  /** Version of the library that the class comes from. */
  static readonly version: string = VERSION;

  /** What the element may tell the form and the styles around it. */
  protected readonly internals: ElementInternals = this.attachInternals();
  #shownState?: string;

  override addEventListener<K extends string & keyof Events>(
    type: K,
    listener: (event: Events[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: ((event: never) => unknown) | EventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener as EventListener, options);
  }

  /** Lets page styles match `:state(<name>)`, for this one name at a time. */
  protected showState(name: string): void {
    if (name === this.#shownState) return;
    try {
      if (this.#shownState) this.internals.states.delete(this.#shownState);
      this.internals.states.add(name);
    } catch {
      // Chromium before 125 accepts only names that begin with two hyphens; there the state is not styleable.
    }
    this.#shownState = name;
  }
}
