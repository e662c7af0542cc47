import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SubmissionKind } from '../../../domain/index.js';
import { HttpError, type UploadFault, type UploadReport } from '../../../sdk/index.js';
import { errorWords } from '../../../ui/error-words.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import type { DeskAround } from '../around.js';
import { headingBelow, kindWord } from '../desk-words.js';
import { sizeText } from '../file-size.js';
import { saveFile } from '../save-file.js';
import { type BulkKey, bulkTexts } from './desk-bulk-texts.js';

/** Largest file that is sent, in bytes; the platform takes a little more. */
const MAX_BYTES = 8_000_000;
/** Faults that are listed: a sheet with one mistake in every row must not fill the page. */
const MOST_FAULTS = 200;

/** Kinds that come in bulk: enquiries are written one by one. */
const KINDS = ['demand', 'achievement'] as const satisfies readonly SubmissionKind[];

/** Takes in a sheet of submissions, checked first, and gives out what the queue holds. */
export class DeskBulkPart implements ElementPart {
  readonly texts: PartTexts<BulkKey> = bulkTexts;
  readonly styles: CSSResult = bulkStyles;
  readonly #around: DeskAround;
  readonly #upload: RequestController<UploadReport>;
  readonly #download: RequestController<readonly [Blob, string]>;
  #kind: (typeof KINDS)[number] = 'demand';
  #file?: File;
  #isPersonal = false;
  #problem?: 'missing' | 'tooLarge';

  constructor(around: DeskAround) {
    this.#around = around;
    const onFailure = (error: unknown): void => {
      around.failed(error);
    };
    this.#upload = new RequestController<UploadReport>(around.host, {
      isEmpty: () => false,
      onAnswer: ({ dryRun }) => {
        if (!dryRun) around.arrived();
      },
      onFailure,
    });
    this.#download = new RequestController<readonly [Blob, string]>(around.host, {
      isEmpty: () => false,
      onAnswer: ([content, name]) => {
        saveFile(content, name);
        this.#download.reset();
      },
      onFailure,
    });
  }

  /** Forgets the file and what was said of it. */
  clear(): void {
    this.#file = undefined;
    this.#isPersonal = false;
    this.#problem = undefined;
    this.#upload.reset();
    this.#download.reset();
  }

  render(): TemplateResult {
    const { l10n, host } = this.#around;
    return html`<section class="panel bulk" part="bulk" aria-labelledby="bulk-title">
      ${headingBelow(host, 1, l10n.t('desk.bulk.label'), 'bulk-title')}
      ${
        this.#download.state === 'error'
          ? html`<p class="problem" role="alert">${l10n.t('desk.bulk.download.failed')}</p>`
          : nothing
      }
      <div class="bulk-columns">${this.#in()} ${this.#out()}</div>
    </section>`;
  }

  #in(): TemplateResult {
    const { l10n } = this.#around;
    const report = this.#upload.value;
    const size = sizeText(MAX_BYTES, l10n.textLang);
    const isRunning = this.#upload.isPending;
    return html`<form
      class="step-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#send(true);
      }}
    >
      <label class="field">
        <span>${l10n.t('desk.bulk.kind')}</span>
        <select
          @change=${(event: Event) => {
            this.#kind = (event.currentTarget as HTMLSelectElement).value as (typeof KINDS)[number];
            this.#upload.reset();
            this.#around.host.requestUpdate();
          }}
        >
          ${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === this.#kind}>${kindWord(kind, l10n)}</option>`)}
        </select>
      </label>
      <div class="field">
        <span>${l10n.t('desk.bulk.template')}</span>
        <p class="row-buttons">
          ${(['xlsx', 'csv'] as const).map(
            (format) =>
              html`<button
                type="button"
                class="button"
                @click=${() => {
                  this.#get(async (signal) => [
                    await this.#desk.template(this.#kind, format, { signal }),
                    `${kindWord(this.#kind, l10n)}.${format}`,
                  ]);
                }}
              >
                ${l10n.t(`desk.bulk.template.${format}`)}
              </button>`,
          )}
        </p>
      </div>
      <label class="field">
        <span>${l10n.t('desk.bulk.file')}</span>
        <input
          type="file"
          accept=".xlsx,.csv"
          aria-describedby=${this.#problem ? 'bulk-file-problem' : 'bulk-file-hint'}
          aria-invalid=${this.#problem ? 'true' : 'false'}
          @change=${(event: Event) => {
            this.#choose((event.currentTarget as HTMLInputElement).files?.[0]);
          }}
        />
      </label>
      ${
        this.#problem
          ? html`<p class="problem" id="bulk-file-problem" role="alert">
              ${l10n.t(`desk.bulk.file.${this.#problem}`, { size })}
            </p>`
          : html`<p class="hint" id="bulk-file-hint">${l10n.t('desk.bulk.file.hint', { size })}</p>`
      }
      <div class="form-buttons">
        <button class="button" aria-disabled=${isRunning ? 'true' : 'false'} aria-describedby="bulk-check-hint">
          ${l10n.t('desk.bulk.check')}
        </button>
        ${
          report?.dryRun && report.accepted > 0
            ? html`<button
                type="button"
                class="button primary"
                aria-disabled=${isRunning ? 'true' : 'false'}
                @click=${() => {
                  this.#send(false);
                }}
              >
                ${l10n.t('desk.bulk.run', { count: report.accepted })}
              </button>`
            : nothing
        }
      </div>
      <p class="hint" id="bulk-check-hint">${l10n.t('desk.bulk.check.hint')}</p>
      <div role="status">${isRunning ? l10n.t('desk.bulk.running') : report ? this.#verdict(report) : nothing}</div>
      ${this.#upload.state === 'error' ? this.#failure(this.#upload.error) : nothing}
      ${report && !isRunning ? this.#remarks(report) : nothing}
    </form>`;
  }

  #out(): TemplateResult {
    const { l10n, host, query, session } = this.#around;
    return html`<div class="step-form">
      ${headingBelow(host, 2, l10n.t('desk.bulk.export'))}
      <p class="hint">${l10n.t('desk.bulk.export.hint')}</p>
      ${
        session.may('privacy')
          ? html`<label class="check">
              <input
                type="checkbox"
                .checked=${live(this.#isPersonal)}
                @change=${(event: Event) => {
                  this.#isPersonal = (event.currentTarget as HTMLInputElement).checked;
                  host.requestUpdate();
                }}
              />
              <span>${l10n.t('desk.bulk.export.personal')}</span>
            </label>`
          : nothing
      }
      <p class="row-buttons">
        ${(['csv', 'json'] as const).map(
          (format) =>
            html`<button
              type="button"
              class="button"
              aria-disabled=${this.#download.isPending ? 'true' : 'false'}
              @click=${() => {
                this.#get(async (signal) => [
                  await this.#desk.exportFile(format, query(), { personal: this.#isPersonal, signal }),
                  `yuniao-desk.${format}`,
                ]);
              }}
            >
              ${l10n.t(`desk.bulk.export.${format}`)}
            </button>`,
        )}
      </p>
    </div>`;
  }

  #verdict({ dryRun, rows, accepted, rejected, created = accepted, known = 0 }: UploadReport): string {
    const counts = { rows, accepted, rejected, created, known };
    return this.#around.l10n.t(dryRun ? 'desk.bulk.checked' : 'desk.bulk.done', counts);
  }

  #failure(error: unknown): TemplateResult {
    const { l10n } = this.#around;
    const problem = HttpError.isInstance(error) && error.status < 500 ? error.problem : undefined;
    const { title, advice } = errorWords(error, l10n);
    return html`<div class="problem" role="alert">
      <p>${l10n.t('desk.bulk.failed')}</p>
      <p>${problem ? html`<bdi>${problem.detail ?? problem.title}</bdi>` : html`${title} ${advice}`}</p>
    </div>`;
  }

  #remarks({ faults, oddities = [], ignoredColumns = [] }: UploadReport): TemplateResult {
    const { l10n } = this.#around;
    const comma = l10n.textLang === 'zh-CN' ? '、' : ', ';
    return html`${this.#table(l10n.t('desk.bulk.faults'), faults)}
    ${this.#table(l10n.t('desk.bulk.oddities'), oddities)}
    ${
      ignoredColumns.length > 0
        ? html`<p class="hint">${l10n.t('desk.bulk.ignored', { columns: ignoredColumns.join(comma) })}</p>`
        : nothing
    }`;
  }

  #table(title: string, remarks: readonly UploadFault[]): TemplateResult | typeof nothing {
    const { l10n, host } = this.#around;
    if (remarks.length === 0) return nothing;
    return html`${headingBelow(host, 3, title)}
      <div class="fault-list" role="group" tabindex="0" aria-label=${title}>
        <table class="faults">
          <thead>
            <tr>
              <th scope="col">${l10n.t('desk.bulk.row')}</th>
              <th scope="col">${l10n.t('desk.bulk.column')}</th>
              <th scope="col">${l10n.t('desk.bulk.problem')}</th>
            </tr>
          </thead>
          <tbody>
            ${remarks.slice(0, MOST_FAULTS).map(
              ({ row, column, value, message }) =>
                html`<tr>
                  <td>${l10n.number(row)}</td>
                  <td><bdi>${column ?? ''}</bdi></td>
                  <td>
                    <bdi>${message}</bdi>${value === undefined ? nothing : html` <bdi class="muted">${value}</bdi>`}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        remarks.length > MOST_FAULTS
          ? html`<p class="hint">${l10n.t('desk.bulk.more', { count: remarks.length - MOST_FAULTS })}</p>`
          : nothing
      }`;
  }

  get #desk(): NonNullable<DeskAround['session']['desk']> {
    const { desk } = this.#around.session;
    if (!desk) throw new Error('nobody is signed in');
    return desk;
  }

  #choose(file: File | undefined): void {
    this.#file = file;
    this.#problem = file && file.size > MAX_BYTES ? 'tooLarge' : undefined;
    this.#upload.reset();
    this.#around.host.requestUpdate();
  }

  #send(dryRun: boolean): void {
    if (this.#upload.isPending) return;
    const file = this.#file;
    if (!file) this.#problem = 'missing';
    this.#around.host.requestUpdate();
    if (!file || this.#problem) return;
    const kind = this.#kind;
    const { lang } = this.#around.l10n;
    this.#upload.run(async (signal) => this.#desk.upload(kind, file, { dryRun, lang, signal }));
  }

  #get(load: (signal: AbortSignal) => Promise<readonly [Blob, string]>): void {
    if (!this.#download.isPending) this.#download.run(load);
  }
}

const bulkStyles = css`
  .bulk {
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .bulk-columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
    gap: calc(var(--_space) * 3);
    align-items: start;
  }
  .bulk .step-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .fault-list {
    max-block-size: 20em;
    overflow: auto;
  }
  .faults {
    border-collapse: collapse;
    inline-size: 100%;
  }
  .faults th,
  .faults td {
    padding: 4px var(--_space);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
`;
