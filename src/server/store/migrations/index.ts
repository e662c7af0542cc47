import { records } from './0001-records.js';
import { observations } from './0002-observations.js';
import { submissions } from './0003-submissions.js';
import type { Migration } from './migration.js';

/** All steps of the schema, oldest first. */
export const migrations: readonly Migration[] = [records, observations, submissions];
