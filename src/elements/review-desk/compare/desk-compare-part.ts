import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { DeskSubmission } from '../../../domain/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import type { DeskAround } from '../around.js';
import { headingBelow } from '../desk-words.js';
import { actorWord } from '../detail/history.js';
import type { FieldContext } from '../fields/desk-value-view.js';
import { codeListOf, isLanguage, pathName, valueView } from '../fields/desk-value-view.js';
import { valueAt } from '../fields/desk-leaves.js';
import { type CompareKey, compareTexts } from './desk-compare-texts.js';
import { type Difference, diffDrafts } from './draft-diff.js';
import { diffText, type Stretch } from './text-diff.js';

interface Version {
  readonly name: string;
  readonly draft: Readonly<Record<string, unknown>>;
}

/** Two versions of a submission side by side, field by field, with what changed inside a text marked. */
export class DeskComparePart implements ElementPart {
  readonly texts: PartTexts<CompareKey> = compareTexts;
  readonly styles: CSSResult = compareStyles;
  readonly #around: DeskAround;
  /** Which versions are compared, counted from the first; of which submission. */
  #chosen: { readonly reference: string; readonly before: number; readonly after: number } | undefined;

  constructor(around: DeskAround) {
    this.#around = around;
  }

  render(submission: DeskSubmission): TemplateResult {
    const { l10n, host, codes } = this.#around;
    const versions = this.#versions(submission);
    const [before, after] = this.#choice(submission, versions.length);
    const [earlier, later] = [versions[before], versions[after]];
    const differences = earlier && later ? diffDrafts(earlier.draft, later.draft) : [];
    const context = { l10n, codes, kind: submission.kind };
    return html`<section class="panel" part="compare" aria-labelledby="compare-title">
      ${headingBelow(host, 2, l10n.t('desk.compare.label'), 'compare-title')}
      <div class="versions">
        ${this.#select('before', before, after, versions, submission)}
        ${this.#select('after', before, after, versions, submission)}
      </div>
      <p role="status">
        ${
          differences.length === 0
            ? l10n.t('desk.compare.none')
            : l10n.t('desk.compare.changes', { count: differences.length })
        }
      </p>
      ${
        differences.length === 0 || !earlier || !later
          ? nothing
          : html`<table class="differences" role="table" aria-labelledby="compare-title">
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">${l10n.t('desk.compare.field')}</th>
                  <th role="columnheader" scope="col">${earlier.name}</th>
                  <th role="columnheader" scope="col">${later.name}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${differences.map((each) => this.#row(each, earlier, later, context))}
              </tbody>
            </table>`
      }
    </section>`;
  }

  #versions({ revisions, draft }: DeskSubmission): Version[] {
    const { l10n } = this.#around;
    const named = revisions.map(({ at, actor, draft: each }, index) => ({
      name: l10n.t('desk.compare.version', { index: index + 1, time: l10n.time(at), actor: actorWord(actor, l10n) }),
      draft: each,
    }));
    return [...named, { name: l10n.t('desk.compare.current'), draft }];
  }

  /** The last two versions, until the operator chooses others. */
  #choice({ reference }: DeskSubmission, count: number): readonly [before: number, after: number] {
    const chosen = this.#chosen?.reference === reference ? this.#chosen : undefined;
    return [Math.min(chosen?.before ?? count - 2, count - 1), Math.min(chosen?.after ?? count - 1, count - 1)];
  }

  #select(
    side: 'before' | 'after',
    before: number,
    after: number,
    versions: readonly Version[],
    { reference }: DeskSubmission,
  ): TemplateResult {
    const { l10n, host } = this.#around;
    const at = side === 'before' ? before : after;
    return html`<label class="field">
      <span>${l10n.t(`desk.compare.${side}`)}</span>
      <select
        @change=${(event: Event) => {
          const value = Number((event.currentTarget as HTMLSelectElement).value);
          this.#chosen = { reference, before, after, [side]: value };
          host.requestUpdate();
        }}
      >
        ${versions.map(({ name }, index) => html`<option value=${index} .selected=${index === at}>${name}</option>`)}
      </select>
    </label>`;
  }

  #row({ path, before, after }: Difference, earlier: Version, later: Version, context: FieldContext): TemplateResult {
    const { l10n } = this.#around;
    const parentOf = (version: Version): unknown => valueAt(version.draft, path.slice(0, -1));
    const isText =
      typeof before === 'string' && typeof after === 'string' && codeListOf(path, parentOf(later)) === undefined;
    const stretches = isText ? diffText(before, after) : undefined;
    const whole = (value: unknown, version: Version): unknown =>
      value === undefined
        ? html`<span class="muted">${l10n.t('desk.compare.empty')}</span>`
        : valueView(value, path, context, parentOf(version));
    const cell = (side: 'before' | 'after'): unknown => {
      if (stretches) return this.#marked(stretches, side === 'before' ? 'removed' : 'added');
      const [value, version, kind] =
        side === 'before' ? ([before, earlier, 'removed'] as const) : ([after, later, 'added'] as const);
      return value === undefined ? whole(value, version) : this.#changed(kind, whole(value, version));
    };
    const lang = path.at(-1) ?? '';
    const language = path.length > 1 && isLanguage(lang) ? lang : nothing;
    return html`<tr role="row">
      <th role="rowheader" scope="row">${pathName(path, context)}</th>
      <td role="cell" data-side=${l10n.t('desk.compare.before')} lang=${language}>${cell('before')}</td>
      <td role="cell" data-side=${l10n.t('desk.compare.after')} lang=${language}>${cell('after')}</td>
    </tr>`;
  }

  #marked(stretches: readonly Stretch[], shown: 'removed' | 'added'): TemplateResult {
    return html`<bdi class="text"
      >${stretches
        .filter(({ kind }) => kind === 'same' || kind === shown)
        .map(({ kind, text }) => (kind === 'same' ? text : this.#changed(shown, text)))}</bdi
    >`;
  }

  /** Marks by a line and by a word for those who do not see it. */
  #changed(kind: 'removed' | 'added', content: unknown): TemplateResult {
    const word = html`<span class="visually-hidden">${this.#around.l10n.t(`desk.compare.${kind}`)}</span>`;
    return kind === 'removed' ? html`<del>${word}${content}</del>` : html`<ins>${word}${content}</ins>`;
  }
}

const compareStyles = css`
  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .differences {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .differences th,
  .differences td {
    padding: var(--_space);
    border-block-start: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .differences thead th {
    font-size: 0.875em;
  }
  .differences thead th:first-child {
    inline-size: 22%;
  }
  .differences tbody th {
    color: var(--_muted);
    font-weight: 400;
  }
  .differences .text {
    white-space: pre-wrap;
  }
  del {
    background: var(--_removed);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  ins {
    background: var(--_added);
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
  }
  @container (max-width: 599px) {
    .differences,
    .differences tbody,
    .differences tr,
    .differences tbody th,
    .differences td {
      display: block;
    }
    .differences thead {
      display: none;
    }
    .differences tr {
      padding-block: var(--_space);
      border-block-start: 1px solid var(--_line);
    }
    .differences tbody th,
    .differences td {
      padding: 2px 0;
      border: 0;
    }
    .differences td::before {
      content: attr(data-side);
      display: block;
      color: var(--_muted);
      font-size: max(0.8125em, 12px);
    }
  }
  @media (forced-colors: active) {
    del,
    ins {
      background: none;
    }
  }
`;
