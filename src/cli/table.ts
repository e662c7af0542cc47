import type { CliIo } from './io.js';

/** Prints rows with their columns under one another. The last column may be of any width. */
export function printTable(rows: readonly (readonly string[])[], io: CliIo): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    io.out(row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '));
  }
}
