import type { Messages } from '../../ui/localize-controller.js';
import type { answeringZhCN } from './messages.answering.js';

export const answeringEn: Messages<keyof typeof answeringZhCN> = {
  'search.results': 'Results',
  'search.resultCount': { one: '{count} achievement', other: '{count} achievements' },
  'search.announce': {
    one: '{count} achievement found.',
    other: '{count} achievements found.',
  },
  'search.announcePage': 'Page {page} of {pages}.',
  'search.relaxed': 'Near matches from here on',
  'search.relaxedOnly': 'Nothing matches exactly. These results come close.',
  'search.take': 'Export',
  'search.pages': 'Result pages',
  'search.page': 'Page {page} of {pages}',
  'search.previous': 'Previous',
  'search.next': 'Next',
  'search.rejected': {
    one: '{count} record could not be read and is not shown.',
    other: '{count} records could not be read and are not shown.',
  },
  'search.provenance': 'Source: {source}, as of {time}',
  'result.institution': 'Institution',
  'result.institutions': '{name} and {count} more',
  'result.field': 'Field',
  'result.readiness': 'Maturity',
  'result.transferModes': 'Ways of transfer',
  'result.date': 'Published',
  'result.compare': 'Compare',
  'result.price': 'Price',
  'result.negotiable': 'Price negotiable',
  'readiness.trl': 'TRL {level}',
};
