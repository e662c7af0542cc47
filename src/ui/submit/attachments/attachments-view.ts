import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Localizer } from '../../localize-controller.js';
import type { AttachmentController, FileItem } from './attachment-controller.js';
import type { AttachmentsKey } from './attachments-texts.js';
import type { FileLimits } from './check-file.js';

export interface AttachmentsView {
  readonly files: AttachmentController;
  readonly limits: FileLimits | undefined;
  readonly l10n: Localizer<AttachmentsKey>;
}

const KINDS: readonly (readonly [AttachmentsKey, RegExp])[] = [
  ['files.kind.pdf', /pdf$/],
  ['files.kind.image', /^image\//],
  ['files.kind.word', /word/],
  ['files.kind.sheet', /spreadsheet|excel/],
  ['files.kind.slides', /presentation|powerpoint/],
  ['files.kind.text', /^text\//],
];

/** The files that go along, each with how far it has got, and a way to add more. */
export function attachmentsView(view: AttachmentsView): TemplateResult {
  const { files, limits, l10n } = view;
  const done = files.items.filter(({ state }) => state === 'done').length;
  const count = files.items.filter(({ fault }) => !fault).length;
  return html`<div class="files" part="attachments" role="group" aria-label=${l10n.t('files.label')}>
    <div
      class="files-add"
      part="attachments-add"
      @dragover=${onDragOver}
      @dragleave=${onDragLeave}
      @drop=${onDrop(files)}
    >
      <label class="button"
        >${l10n.t('files.add')}<input
          class="visually-hidden"
          type="file"
          multiple
          aria-describedby="files-hint"
          accept=${limits?.mediaTypes.join() ?? nothing}
          @change=${onChosen(files)}
      /></label>
      <span class="files-hint">${l10n.t('files.drop')}</span>
    </div>
    <p class="files-hint" id="files-hint">${limits ? hint(limits, l10n) : nothing}</p>
    <ul>
      ${repeat(
        files.items,
        ({ key }) => key,
        (item) => fileView(item, view),
      )}
    </ul>
    <p class="visually-hidden" role="status">${count ? l10n.t('files.summary', { done, count }) : nothing}</p>
  </div>`;
}

function hint({ maxCount, maxBytes, mediaTypes }: FileLimits, l10n: Localizer<AttachmentsKey>): string {
  const kinds = KINDS.filter(([, types]) => mediaTypes.some((type) => types.test(type))).map(([key]) => l10n.t(key));
  const list = kinds.join(l10n.textLang === 'en' ? ', ' : '、');
  return l10n.t('files.limits', { count: maxCount, size: fileSize(maxBytes), kinds: list });
}

function fileView(item: FileItem, { files, limits, l10n }: AttachmentsView): TemplateResult {
  const { key, name, size, state, sent, fault } = item;
  const button = (action: 'pause' | 'resume' | 'retry' | 'remove', act: () => void): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      part="file-button"
      aria-label=${l10n.t(`files.${action}.of`, { name })}
      @click=${act}
    >
      ${l10n.t(`files.${action}`)}
    </button>`;
  const isUnderWay = state !== 'done' && state !== 'refused';
  const percent = `${Math.floor((100 * sent) / (size || 1))}%`;
  return html`<li class="file" part="file">
    <span class="file-name">${name} <span class="files-hint">${fileSize(size)}</span></span>
    <span class="file-actions">
      ${state === 'sending' || state === 'queued' ? button('pause', () => files.pause(key)) : nothing}
      ${state === 'paused' ? button('resume', () => files.resume(key)) : nothing}
      ${state === 'waiting' || fault === 'failed' || fault === 'denied' ? button('retry', () => files.resume(key)) : nothing}
      ${button('remove', () => void files.remove(key))}
    </span>
    ${
      isUnderWay
        ? html`<progress max=${size} .value=${sent} aria-label=${l10n.t('files.progress', { name })}></progress>`
        : nothing
    }
    <span class="file-state ${state}" role=${fault ? 'alert' : nothing}>
      ${
        fault
          ? l10n.t(`files.fault.${fault}`, { size: fileSize(limits?.maxBytes ?? 0), count: limits?.maxCount ?? 0 })
          : l10n.t(`files.${state as Exclude<typeof state, 'refused'>}`, { percent })
      }
    </span>
  </li>`;
}

/** `1.5 MB`, as file managers write it. */
function fileSize(bytes: number): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${Math.max(Math.round(value * 10) / 10, 0.1)} ${unit}`;
}

const onChosen =
  (files: AttachmentController) =>
  ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    input.value = ''; // so that the same file can be chosen again after it was removed
    void files.add(chosen);
  };

const onDrop =
  (files: AttachmentController) =>
  (event: DragEvent): void => {
    onDragLeave(event);
    event.preventDefault();
    void files.add(event.dataTransfer?.files ?? []);
  };

function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  (event.currentTarget as Element).classList.add('over');
}

function onDragLeave({ currentTarget }: Event): void {
  (currentTarget as Element).classList.remove('over');
}
