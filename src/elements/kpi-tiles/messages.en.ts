import type { Messages } from '../../ui/localize-controller.js';
import { stateEn } from '../../ui/messages.en.js';
import type { kpiZhCN, KpiTilesFirstKey } from './messages.js';

const kpiEn: Messages<keyof typeof kpiZhCN> = {
  'kpi.label': 'Progress towards the targets',
  'kpi.other': 'Other indicators',
  'kpi.basis.annualNew': 'New in the year',
  'kpi.basis.cumulative': 'Cumulative',
  'kpi.basis.stock': 'Stock at the date',
  'kpi.basis.ratio': 'Ratio',
  'kpi.quarter': 'Q{quarter} {year}',
  'kpi.range': '{from} – {to}',
  'kpi.asOf': 'as of {date}',
  'kpi.asOfYear': 'as of the end of {date}',
  'kpi.target': 'Target {target}',
  'kpi.target.of': 'Target for {period}: {target}',
  'kpi.target.limit': 'Target: at most {target}',
  'kpi.target.spoken': 'of a target of {target}',
  'kpi.target.limitSpoken': 'against a limit of {target}',
  'kpi.target.none': 'No target set',
  'kpi.percent': '{percent} reached',
  'kpi.state.exceeded': 'Target exceeded',
  'kpi.state.better': 'Better than target',
  'kpi.state.reached': 'Target reached',
  'kpi.state.on-track': 'On track',
  'kpi.state.behind': 'Behind schedule',
  'kpi.state.missed': 'Target missed',
  'kpi.state.not-due': 'Not yet due',
  'kpi.absence.not-available': 'Not available',
  'kpi.absence.not-collected': 'Not collected',
  'kpi.absence.not-yet-published': 'Not yet published',
  'kpi.absence.not-applicable': 'Not applicable',
  'kpi.absence.confidential': 'Confidential',
  'kpi.lastKnown': 'Last known: {figure} ({period})',
  'kpi.mark.sample': 'Sample',
  'kpi.mark.revised': 'Revised',
  'kpi.mark.provisional': 'Provisional',
  'kpi.mark.sampleSpoken': 'a sample figure, not an actual result',
  'kpi.source': 'Source: {source}',
  'kpi.provenance': 'Source: {source}, as of {time}',
};

/** English texts of `<yn-kpi-tiles>` that every layout needs. */
export const en: Messages<KpiTilesFirstKey> = { ...stateEn, ...kpiEn };
