import type { IpRight } from '../../domain/achievement.js';
import { findCode } from '../../domain/code-lists/index.js';
import type { AchievementRow } from './columns.js';
import { mapCode } from './map-classification.js';
import { mapDate } from './map-common.js';

/** The intellectual property of a row. Dates, kind and status are given only where they can belong to one right alone. */
export function mapRights(row: AchievementRow): IpRight[] {
  const patentNos = row.list('patentNo', splitNumbers, 100);
  const applicationNos = row.list('applicationNo', splitNumbers, 100);
  const count = Math.max(patentNos.length, applicationNos.length);
  const paired = patentNos.length === 0 || applicationNos.length === 0 || patentNos.length === applicationNos.length;
  const details = rightDetails(row);
  const hasDetails = Object.keys(details).length > 0;
  if (count === 0) return [...(hasDetails ? [{ kind: 'invention', ...details }] : []), ...mapSoftware(row)];
  if (!paired) {
    return [
      ...patentNos.map((patentNo) => ({ ...fromNumber(patentNo), patentNo })),
      ...applicationNos.map((applicationNo) => ({ ...fromNumber(applicationNo), applicationNo })),
      ...mapSoftware(row),
    ];
  }
  const rights = Array.from({ length: count }, (_, index) => {
    const patentNo = patentNos[index];
    const applicationNo = applicationNos[index];
    return {
      ...fromNumber(patentNo ?? applicationNo ?? ''),
      ...(applicationNo && { applicationNo }),
      ...(patentNo && { patentNo }),
      ...(count === 1 && details),
    };
  });
  return [...rights, ...mapSoftware(row)];
}

function mapSoftware(row: AchievementRow): IpRight[] {
  return row.list('softwareNo', splitNumbers, 100).map((applicationNo) => ({ kind: 'software', applicationNo }));
}

type RightDetails = Pick<IpRight, 'legalStatus' | 'filingDate' | 'grantDate' | 'expiryDate'> & { kind?: string };

function rightDetails(row: AchievementRow): RightDetails {
  const kind = mapCode(row, 'ipKind', 'ip-kind');
  const legalStatus = mapLegalStatus(row);
  const filingDate = mapDate(row, 'filingDate');
  const grantDate = mapDate(row, 'grantDate');
  const expiryDate = mapDate(row, 'expiryDate');
  return {
    ...(kind && { kind }),
    ...(legalStatus && { legalStatus }),
    ...(filingDate && { filingDate }),
    ...(grantDate && { grantDate }),
    ...(expiryDate && { expiryDate }),
  };
}

/** Whether the source is a table of patents, whose `status` is that of the patent and not that of the record. */
export function isPatentTable(row: AchievementRow): boolean {
  return row.has('patentNo') || row.has('applicationNo');
}

function mapLegalStatus(row: AchievementRow): string | undefined {
  const stated = mapCode(row, 'legalStatus', 'ip-legal-status');
  if (stated || !isPatentTable(row)) return stated;
  const text = row.short('status', 200);
  if (!text || findCode('record-status', text)) return undefined;
  // Offices that publish in English call a pending right by its application
  return /^application$/i.test(text) ? 'pending' : mapCode(row, 'status', 'ip-legal-status');
}

/** Numbers of patents contain commas (`RE43,880`), so a comma parts them only before the next office's letters. */
function splitNumbers(text: string): string[] {
  return text.split(/[;；、|\n]|[,，]\s*(?=ZL|CN|US|EP|WO)/i).map((part) => part.trim());
}

/** What a number itself tells: a Chinese one its office and kind, an American one when it is a design. */
function fromNumber(number: string): Pick<IpRight, 'kind' | 'office'> {
  const plain = number.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  if (/^D\d/.test(plain)) return { kind: 'design' };
  const filed = /^(?:ZL|CN)?(?:19|20)\d{2}([12389])\d{7}(?:\.?[\dX])?$/.exec(plain)?.[1];
  if (filed) return { kind: FILED_KINDS[filed] ?? 'invention', office: 'CN' };
  const published = /^CN\d{7,9}([ABCUYSD])\d?$/.exec(plain)?.[1];
  if (published) return { kind: PUBLISHED_KINDS[published] ?? 'invention', office: 'CN' };
  return { kind: 'invention', ...(/^(ZL|CN)/.test(plain) && { office: 'CN' }) };
}

const FILED_KINDS: Readonly<Record<string, string>> = { '2': 'utility-model', '3': 'design', '9': 'utility-model' };
const PUBLISHED_KINDS: Readonly<Record<string, string>> = {
  U: 'utility-model',
  Y: 'utility-model',
  S: 'design',
  D: 'design',
};
