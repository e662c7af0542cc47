import { beforeAll, describe, expect, inject, it } from 'vitest';
