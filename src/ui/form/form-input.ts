import type { ReactiveElement } from 'lit';
import type { FormModel } from './form-model.js';
import type { FormListeners } from './form-view.js';
import { entryAt } from './values.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface FormInputOptions {
  /** Something was typed; `isSettled` unless an input method is still composing it. */
  changed(isSettled: boolean): void;
  submit(): void;
}

/** Follows the controls of a form into its model: typing, leaving, keys, an input method at work. */
export class FormInput {
  readonly listeners: FormListeners = {
    submit: (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      this.#options.submit();
    },
    input: (event: Event) => {
      const control = controlOf(event);
      if (!control) return;
      this.#take(control);
      this.#options.changed(!this.#isComposing);
      if (!this.#isComposing) this.#model.mend();
      // While an input method composes, nothing is drawn: the text below its cursor is its own
      if (!this.#isComposing) this.#host.requestUpdate();
    },
    leave: (event: FocusEvent) => {
      const control = controlOf(event);
      if (!control || this.#isComposing) return;
      this.#model.leave(control.name.replace('[]', ''));
      // Not at once: a control may be left because the drawing that is under way takes it away
      queueMicrotask(() => this.#host.requestUpdate());
    },
    press: (event: Event) => {
      const target = event.composedPath()[0] as Element;
      const { add, remove, index, to } = (target.closest<HTMLElement>('[data-add], [data-remove], [data-to]')
        ?.dataset ?? {}) as Record<string, string | undefined>;
      if (to !== undefined) {
        event.preventDefault();
        this.#focus(to);
      } else if (add !== undefined)
        this.#changeRows(() => this.#model.addRow(add), `${add}.${this.#model.rows(add).length}`);
      else if (remove !== undefined)
        this.#changeRows(() => this.#model.removeRow(remove, Number(index)), `${remove}.0`);
    },
    composing: () => {
      this.#isComposing = true;
    },
    composed: (event: CompositionEvent) => {
      this.#isComposing = false;
      this.listeners.input(event as never);
    },
    key: (event: KeyboardEvent) => {
      const control = event.composedPath()[0] as Control;
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || control.localName !== 'input') return;
      // Half a form is not sent by the key that ends a line: it leads to the next field, and sends from the last
      const controls = this.#controls;
      const next = controls[controls.indexOf(control) + 1];
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };

  readonly #host: ReactiveElement;
  readonly #model: FormModel;
  readonly #options: FormInputOptions;
  #isComposing = false;
  /** Key of the field that gets the focus as soon as it is drawn. */
  #wanted?: string | undefined;

  constructor(host: ReactiveElement, model: FormModel, options: FormInputOptions) {
    this.#host = host;
    this.#model = model;
    this.#options = options;
  }

  /** Leads to the first field that something is wrong with, once its fault is drawn. */
  focusFirstFault(): void {
    this.#wanted = '';
    this.#host.requestUpdate();
  }

  /** To be called whenever the form has been drawn. */
  updated(): void {
    const key = this.#wanted;
    if (key === undefined) return;
    this.#wanted = undefined;
    // Not at once: the field that is left has something to say, which is drawn next
    void this.#host.updateComplete.then(() => {
      if (key) this.#focusControl(key);
      else this.#focusFirst();
    });
  }

  #focusFirst(): void {
    const faults = [...this.#model.faults.keys()];
    const shown = this.#controls.map(({ name }) => name.replace('[]', ''));
    const first = shown.find((name) => faults.includes(name)) ?? faults[0];
    if (first !== undefined) this.#focus(first);
  }

  get #controls(): Control[] {
    return [...this.#host.renderRoot.querySelectorAll<Control>('.sections :is(input,textarea,select):not([tabindex])')];
  }

  #focus(key: string): void {
    if (this.#controlAt(key)) return this.#focusControl(key);
    this.#model.reveal(key);
    this.#wanted = key;
    this.#host.requestUpdate();
  }

  /** The control with this key, or the first of those that belong to it. */
  #controlAt(key: string): HTMLElement | null {
    const root = this.#host.renderRoot as ShadowRoot;
    const at = root.getElementById(key) ?? root.querySelector<HTMLElement>(`[id^="${CSS.escape(key)}."]`);
    if (!at || at.matches('input,textarea,select,[tabindex]')) return at;
    return at.querySelector<HTMLElement>('input,select,textarea');
  }

  #focusControl(key: string): void {
    const control = this.#controlAt(key);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }

  #changeRows(change: () => void, focusKey: string): void {
    change();
    this.#options.changed(true);
    this.#wanted = focusKey;
    this.#host.requestUpdate();
  }

  #take(control: Control): void {
    const { name } = control;
    const key = name.replace('[]', '');
    if (key === name) {
      const isTicked = control.type !== 'checkbox' || (control as HTMLInputElement).checked;
      this.#model.type(key, isTicked ? control.value : '');
    } else if (control.type === 'checkbox') {
      const before = (entryAt(this.#model.values, key) ?? []) as readonly string[];
      const others = before.filter((each) => each !== control.value);
      this.#model.type(key, (control as HTMLInputElement).checked ? [...others, control.value] : others);
    } else this.#model.type(key, control.value ? control.value.split(/[、，,]/) : []);
  }
}

/** The named control that an event is about. */
function controlOf(event: Event): Control | undefined {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches('[name]') && target.matches('input,textarea,select')
    ? (target as Control)
    : undefined;
}
