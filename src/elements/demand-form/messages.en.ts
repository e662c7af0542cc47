import { formEn } from '../../ui/form/messages.en.js';
import type { Messages } from '../../ui/localize-controller.js';
import type { DemandKey } from './messages.js';

/** English texts of `<yn-demand-form>`. */
export const en: Messages<DemandKey> = {
  ...formEn,
  'demand.heading': 'State a technical need',
  'demand.intro': 'The problem and its figures will do: about three minutes. It is kept as you type.',
  'demand.submit': 'Send the demand',
  'section.need': 'What you need',
  'section.terms': 'Kind and terms',
  'demand.title': 'Title',
  'demand.title.help': 'What has to be solved, in one line: “Insulating varnish for motors that stands 240 °C”.',
  'demand.problem': 'The problem',
  'demand.problem.help': 'What goes wrong today, how much it matters, and what you want to reach.',
  'demand.indicators': 'Figures to reach',
  'demand.indicators.help':
    'Such as “withstand voltage ≥ 35 kV”. Figures find the right team; leave it empty if you have none.',
  'demand.indicator': 'What is measured',
  'demand.operator': 'Relation',
  'demand.operator.codes': '≥ at least|≤ at most|= equal to|from … to|> above|< below',
  'demand.value': 'Value',
  'demand.upper': 'Up to',
  'demand.unit': 'Unit',
  'demand.demandType': 'Kind of demand',
  'demand.field': 'Technical field',
  'demand.budget': 'Budget',
  'demand.budget.help': 'Tick “Negotiable” if you would rather not say.',
  'demand.deadline': 'Needed by',
  'demand.anonymous': 'Do not name my organisation in public',
};
