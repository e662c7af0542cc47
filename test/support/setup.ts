import { fixtureCleanup } from '@open-wc/testing';
import { afterEach, beforeEach } from 'vitest';

// Keys go to the page that has focus: without this, to Vitest's outer one.
beforeEach(() => window.focus());
// @open-wc/testing hooks itself up only to a global afterEach.
afterEach(() => fixtureCleanup());
