import { html, nothing, type TemplateResult } from 'lit';
import type { FigureSource, Observation, Revision } from '../../../domain/indicator.js';
import { pickText } from '../../../domain/language.js';
import type { LanguageMap } from '../../../domain/primitives.js';
import { crossIcon } from '../../../ui/icons.js';
import { asOfText, periodText } from '../period.js';
import { absenceWord, type KpiLocalizer, type Reading, sentenceCase, wordFor } from '../reading.js';
import { declaredUnit } from './declared-unit.js';
import { exactNumber } from './exact-number.js';

/** What the dialog about one indicator says: how the figure is defined and made, and its whole history. */
export function details(reading: Reading, l10n: KpiLocalizer, close: () => void): TemplateResult {
  const { indicator, name, progress, basis, office, source } = reading;
  const { latest, target, value } = progress;
  return html`<div class="dialog-head">
      <h2 class="heading" id="dialog-title" part="dialog-title" lang=${name.lang}>${name.text}</h2>
      <button class="close" part="close-button" type="button" aria-label=${l10n.t('kpi.close')} @click=${close}>
        ${crossIcon}
      </button>
    </div>
    <dl class="about" part="about">
      ${fact(l10n.t('kpi.definition'), words(indicator.definition, l10n))}
      ${fact(l10n.t('kpi.formula'), words(indicator.formula, l10n))}
      ${fact(l10n.t('kpi.exact'), value === undefined ? absenceWord(latest, l10n) : exact(value, reading, l10n))}
      ${fact(l10n.t('kpi.col.basis'), basis)}
      ${fact(l10n.t('kpi.method'), wordFor('kpi.method', indicator.method, l10n))}
      ${fact(l10n.t('kpi.confidence'), wordFor('kpi.confidence', latest?.confidence, l10n))}
      ${fact(l10n.t('kpi.col.office'), office ? html`<span lang=${office.lang}>${office.text}</span>` : '')}
      ${fact(l10n.t('kpi.col.source'), sourceLink(latest?.source ?? { name: source }))}
      ${fact(l10n.t('kpi.targetSource'), target?.source ? sourceLink(target.source) : '')}
      ${fact(l10n.t('kpi.col.mark'), [words(indicator.note, l10n), words(latest?.note, l10n)])}
    </dl>
    ${history(reading, l10n)}`;
}

function fact(term: string, description: unknown): TemplateResult | typeof nothing {
  const isEmpty = Array.isArray(description) ? description.every((each) => each === '') : description === '';
  return isEmpty
    ? nothing
    : html`<dt>${term}</dt>
        <dd>${description}</dd>`;
}

function words(map: LanguageMap | undefined, { lang }: KpiLocalizer): TemplateResult | '' {
  const picked = pickText(map, lang);
  return picked ? html`<span class="words" lang=${picked.lang}>${picked.text}</span>` : '';
}

/** The number as it was reported, and beside it as the tile shows it where that is not the same. */
function exact(value: number, reading: Reading, l10n: KpiLocalizer): string {
  const { figure } = reading;
  const reported = withUnit(value, reading, l10n);
  const isSame = figure === undefined || figure.text.replaceAll(/[\s,]/g, '') === reported.replaceAll(/[\s,]/g, '');
  return isSame ? reported : `${reported} ≈ ${figure.text}`;
}

function withUnit(value: number, { indicator, unit }: Reading, { textLang }: KpiLocalizer): string {
  const label = declaredUnit(indicator.unit, unit, textLang);
  const gap = textLang === 'en' && !unit.isShare && label !== '' ? ' ' : '';
  return exactNumber(value) + gap + label;
}

function sourceLink({ name, url }: FigureSource): unknown {
  return url !== undefined && /^https?:/i.test(url) ? html`<a href=${url}>${name}</a>` : name;
}

/** Every period, the newest first, with what a figure was before it was corrected. */
function history(reading: Reading, l10n: KpiLocalizer): TemplateResult | typeof nothing {
  const { indicator, unit } = reading;
  if (indicator.observations.length === 0) return nothing;
  const label = declaredUnit(indicator.unit, unit, l10n.textLang);
  return html`<table class="series" part="series">
    <caption>
      ${l10n.t('kpi.series')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${l10n.t('kpi.col.period')}</th>
        <th scope="col" class="digits">
          ${label === '' ? l10n.t('kpi.col.value') : l10n.t('kpi.valueIn', { unit: label })}
        </th>
        <th scope="col">${l10n.t('kpi.col.mark')}</th>
      </tr>
    </thead>
    <tbody>
      ${indicator.observations
        .slice()
        .reverse()
        .map(
          (observation) =>
            html`<tr>
              <th scope="row">${periodText(observation.periodStart, observation.periodEnd, l10n)}</th>
              <td class="digits">${valueCell(observation, l10n)}</td>
              <td>${remarks(observation, reading, l10n)}</td>
            </tr>`,
        )}
    </tbody>
  </table>`;
}

function valueCell(observation: Observation, l10n: KpiLocalizer): string {
  return observation.value === undefined ? `— ${absenceWord(observation, l10n)}` : exactNumber(observation.value);
}

/** The day it held, whether it is final, what it was before, and what its reporter remarked. */
function remarks(observation: Observation, reading: Reading, l10n: KpiLocalizer): unknown {
  const { asOf, provisional, revisions = [], note } = observation;
  return [
    asOf === undefined ? nothing : html`<p>${sentenceCase(asOfText(asOf, l10n))}</p>`,
    provisional ? html`<p>${l10n.t('kpi.mark.provisional')}</p>` : nothing,
    revisions
      .slice()
      .reverse()
      .map((revision) => html`<p class="revision">${revisionText(revision, reading, l10n)}</p>`),
    html`<p>${words(note, l10n)}</p>`,
  ];
}

function revisionText({ value, replacedAt, reason, absence }: Revision, reading: Reading, l10n: KpiLocalizer): string {
  const figure = value === undefined ? absenceWord({ absence }, l10n) : withUnit(value, reading, l10n);
  const params = { figure, time: l10n.date(replacedAt.slice(0, 10)) };
  const why = pickText(reason, l10n.lang)?.text;
  return why === undefined ? l10n.t('kpi.revision', params) : l10n.t('kpi.revision.reason', { ...params, reason: why });
}
