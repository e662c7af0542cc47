import { FIELD_SCHEMES, findCode } from '../../domain/code-lists/index.js';
import type { Concept, Readiness } from '../../domain/concepts.js';
import type { AchievementRow } from './columns.js';
import type { CommonColumn } from './common-columns.js';
import { splitNames, splitWords } from './split-list.js';
import type { TableRow } from './table-row.js';

/** The code that a column's value means in a list; an unknown value stands as it is, and is noted. */
export function mapCode<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  listId: string,
): string | undefined {
  const text = row.short(column, 200);
  return text && codeOrText(row, column, listId, text);
}

/** The codes of a column that may name several: `转让、许可`. */
export function mapCodes<Column extends string>(row: TableRow<Column>, column: Column, listId: string): string[] {
  const names = row
    .list(column, splitNames, 200)
    .flatMap((name) => (findCode(listId, name) ? [name] : splitModes(name)));
  return [...new Set(names.map((name) => codeOrText(row, column, listId, name)))];
}

const splitModes = (text: string): string[] => splitWords(text.replaceAll('/', '、'));

function codeOrText<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  listId: string,
  text: string,
): string {
  const code = findCode(listId, text);
  if (!code) row.note('unknown-value', column, text);
  return code ?? text;
}

/** The technical fields of a row, from its columns for field, category and class of the Chinese Library Classification. */
export function mapFields(row: TableRow<CommonColumn>): Concept[] {
  const fields = [...mapClassNumbers(row), ...mapFieldNames(row, 'fields'), ...mapFieldNames(row, 'category')];
  return uniqueConcepts(fields);
}

/**
 * `TP393` is given as `TP`, the finest class that the list knows: as a facet, thousands of class numbers help nobody.
 */
function mapClassNumbers(row: TableRow<CommonColumn>): Concept[] {
  return row
    .list('clc', (text) => text.split(/[;；,，、\s+]+/), 200)
    .flatMap((number) => {
      const code = longestKnownPrefix(number.toUpperCase());
      if (!code) row.note('unknown-value', 'clc', number);
      return code ? [{ scheme: 'clc', code }] : [];
    });
}

function longestKnownPrefix(number: string): string | undefined {
  for (let length = Math.min(number.length, 4); length > 0; length -= 1) {
    const code = findCode('clc', number.slice(0, length));
    if (code) return code;
  }
  return undefined;
}

function mapFieldNames(row: TableRow<CommonColumn>, column: CommonColumn): Concept[] {
  return row.list(column, splitNames, 200).flatMap((name) => {
    const whole = findField(name);
    if (whole) return [whole];
    // `电子信息、新材料` is two fields, but `自动化技术、计算机技术` is one: only names that are known are taken apart
    const parts = splitWords(name).map(findField);
    if (parts.length > 1 && parts.every((part) => part !== undefined)) return parts;
    row.note('unknown-value', column, name);
    return [{ scheme: 'text', code: name }];
  });
}

function findField(name: string): Concept | undefined {
  // The letters of a library class mean nothing outside their own column: a field "V" is somebody's abbreviation
  if (/^[A-Za-z]{1,2}\d?$/.test(name)) return undefined;
  for (const scheme of FIELD_SCHEMES) {
    const code = findCode(scheme, name);
    if (code) return { scheme, code };
  }
  return undefined;
}

/** The industries of a row, as the source words them. */
export function mapIndustries(row: TableRow<CommonColumn>): Concept[] {
  return row.list('industries', splitNames, 200).map((code) => ({ scheme: 'text', code }));
}

function uniqueConcepts(concepts: readonly Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [`${concept.scheme}\n${concept.code}`, concept])).values()];
}

/** How mature the achievement is, each statement on the scale it was made in. */
export function mapReadiness(row: AchievementRow): Readiness[] {
  const found: Readiness[] = [];
  const stage = row.short('stage', 200);
  if (stage) {
    const level = findStage(row, stage);
    if (level) found.push(level);
    else row.note('unusable-value', 'stage', stage);
  }
  const trl = row.short('trl', 200);
  if (trl) {
    const level = /^(?:TRL)?[\s-]*([1-9])(?:级)?$/i.exec(trl.normalize('NFKC'))?.[1];
    if (level) found.push({ scheme: 'iso-16290-2013', level: Number(level) });
    else row.note('unusable-value', 'trl', trl);
  }
  return found;
}

function findStage(row: AchievementRow, stage: string): Readiness | undefined {
  const plain = stage.normalize('NFKC');
  const trl = /^TRL[\s-]*([1-9])\b/i.exec(plain)?.[1];
  if (trl) return { scheme: 'iso-16290-2013', level: Number(trl) };
  const bare = /^([1-9])级?$/.exec(plain)?.[1];
  if (bare) {
    row.note('readiness-scale-assumed', 'stage', stage);
    return { scheme: 'iso-16290-2013', level: Number(bare) };
  }
  const code = findCode('cn-registration-3', plain.replace(/\s*\(.*\)$/, ''));
  return code ? { scheme: 'cn-registration-3', level: Number(code) } : undefined;
}

/** The region of a row as six digits, to the province where the list knows no more. */
export function mapRegion(row: TableRow<CommonColumn>): string | undefined {
  const text = row.short('region', 200);
  if (!text) return undefined;
  const name = text.replace(/[\s\-/·]+/g, '').replace(/^中国(?=.)/, '');
  if (/^\d{6}$/.test(name)) return name;
  const whole = findCode('region', name) ?? findCode('region', text);
  if (whole) return whole;
  for (let length = Math.min(name.length - 1, 8); length > 1; length -= 1) {
    const code = findCode('region', name.slice(0, length));
    if (code) {
      row.note('region-coarse', 'region', text);
      return code;
    }
  }
  row.note('unusable-value', 'region', text);
  return undefined;
}
