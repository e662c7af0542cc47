import { html, nothing, type TemplateResult } from 'lit';
import { crossIcon } from '../icons.js';

/** What a modal dialog shows and what its reader may do. */
export interface ModalView {
  /** Class and part of the dialog. */
  readonly name: string;
  readonly title: unknown;
  /** Language of the title, where it is not that of the texts around. */
  readonly titleLang?: string;
  readonly body: unknown;
  readonly actions?: unknown;
  /** Words for the button that closes. */
  readonly closeLabel: string;
}

/**
 * A native modal dialog in an element's shadow root. It closes by Escape, by its button and by a click beside it; the
 * focus goes back to where it was.
 */
export class Modal {
  readonly #onClose: () => void;
  #dialog?: HTMLDialogElement;
  #opener?: HTMLElement | null;
  #pressedOn?: EventTarget | null;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  /** Shows the dialog with this class, which has just been drawn in `root`. */
  open(root: ParentNode & Node, name: string): void {
    const dialog = root.querySelector<HTMLDialogElement>(`dialog.${name}`);
    if (!dialog || dialog.open || !dialog.isConnected) return;
    this.#dialog = dialog;
    this.#opener = (dialog.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.modal-title')?.focus();
  }

  /** Closes the dialog at once: its own event follows in a task of its own, and the page may move on until then. */
  close(): void {
    this.#dialog?.close();
    this.#closed();
  }

  template({ name, title, titleLang, body, actions, closeLabel }: ModalView): TemplateResult {
    return html`<dialog
      class="modal ${name}"
      part=${name}
      aria-labelledby="${name}-title"
      @close=${this.#closed}
      @pointerdown=${this.#press}
      @click=${this.#click}
    >
      <div class="modal-head">
        <h2 class="modal-title" id="${name}-title" tabindex="-1" dir="auto" lang=${titleLang ?? nothing}>${title}</h2>
        <button class="modal-close" part="close-button" type="button" aria-label=${closeLabel} @click=${this.#leave}>
          ${crossIcon}
        </button>
      </div>
      <div class="modal-body">${body}</div>
      ${actions === undefined ? nothing : html`<div class="modal-actions">${actions}</div>`}
    </dialog>`;
  }

  readonly #leave = (): void => {
    this.close();
  };

  readonly #closed = (): void => {
    if (!this.#dialog || this.#dialog.open) return; // known already, or shown again since
    const opener = this.#opener;
    this.#dialog = undefined;
    this.#opener = undefined;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    this.#onClose();
  };

  readonly #press = (event: Event): void => {
    this.#pressedOn = event.composedPath()[0];
  };

  /** Beside the dialog is on the dialog itself: everything in it lies on its children. */
  readonly #click = (event: Event): void => {
    const [target] = event.composedPath();
    if (target === event.currentTarget && target === this.#pressedOn) this.close();
  };
}
