import { html, nothing, type TemplateResult } from 'lit';
import { standingIcon } from '../icons.js';
import type { KpiTilesKey } from '../messages.js';
import type { Reading } from '../reading.js';
import { marks } from '../tile.js';
import type { Group, Place, PlaceContext } from '../view.js';
import { declaredUnit } from './declared-unit.js';
import { exactNumber } from './exact-number.js';

const COLUMNS = 'name basis period value unit target progress change asOf office source'.split(' ');

/**
 * The same as a table, for assistive technology, for copying and for paper: every number as it was reported, its unit in
 * a column of its own. The roles are written out because a narrow page sets its rows one below the other, and a table
 * that is not displayed as one would otherwise no longer be one.
 */
export function table(caption: string, groups: readonly Group[], context: PlaceContext): TemplateResult {
  const { l10n } = context;
  return html`<table class="table" part="table" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map(
          (column) =>
            html`<th scope="col" role="columnheader" class=${column === 'value' || column === 'target' ? 'digits' : ''}>
              ${l10n.t(`kpi.col.${column}` as KpiTilesKey)}
            </th>`,
        )}
      </tr>
    </thead>
    ${groups.map(
      ({ title, places }) =>
        html`<tbody role="rowgroup">
          ${
            title === undefined
              ? nothing
              : html`<tr role="row">
                  <th class="group" scope="rowgroup" role="rowheader" colspan=${COLUMNS.length}>${title}</th>
                </tr>`
          }
          ${places.map((place) => row(place, context))}
        </tbody>`,
    )}
  </table>`;
}

function row({ code }: Place, context: PlaceContext): TemplateResult {
  const { l10n, extras } = context;
  const reading = context.readings.get(code);
  if (!reading)
    return html`<tr role="row">
      <th scope="row" role="rowheader">${code}</th>
      <td role="cell" colspan=${COLUMNS.length - 1}>${l10n.t('kpi.notFound', { code })}</td>
    </tr>`;
  const { name, basis, period, unit, office, source, progress, figure } = reading;
  const { target } = progress;
  const cell = (column: string, content: unknown, look = ''): TemplateResult =>
    html`<td
      role="cell"
      class=${look}
      ?data-empty=${content === ''}
      data-column=${l10n.t(`kpi.col.${column}` as KpiTilesKey)}
    >
      <span>${content}</span>
    </td>`;
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <span lang=${name.lang}>${name.text}</span> ${marks(reading.marks, context)}
      <div class="actions">${extras?.actions(reading)}</div>
    </th>
    ${cell('basis', basis, 'whole')} ${cell('period', period, 'whole')}
    ${cell('value', value(reading), figure ? 'digits' : 'digits roomy')}
    ${cell('unit', declaredUnit(reading.indicator.unit, unit, l10n.textLang))}
    ${cell('target', target ? exactNumber(target.value) : reading.target, target ? 'digits' : 'digits roomy')}
    ${cell('progress', standing(reading), reading.standing)} ${cell('change', extras?.change(reading) ?? '', 'roomy')}
    ${cell('asOf', figure && progress.asOf ? l10n.date(progress.asOf) : '', 'whole')}
    ${cell('office', office ? html`<span lang=${office.lang}>${office.text}</span>` : '')}
    ${cell('source', source, 'roomy')}
  </tr>`;
}

function value({ progress, absence, lastKnown }: Reading): unknown {
  if (progress.value !== undefined) return exactNumber(progress.value);
  return html`— ${absence}${lastKnown === undefined ? nothing : html`<p class="last-known">${lastKnown}</p>`}`;
}

function standing({ percent, standing: each, standingWord }: Reading): unknown {
  if (percent === undefined && !each) return '';
  return html`${percent ?? nothing}
  ${each ? html`<span class="standing" part="standing">${standingIcon(each)}${standingWord}</span>` : nothing}`;
}
