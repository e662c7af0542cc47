import type { HeadersOption, RequestOptions } from '../options.js';
import type { DeskQuery } from './desk.js';

/** Options of a call with the operator's token, which travels as a header and never in a URL. */
export function withToken(token: string, { headers, ...options }: RequestOptions = {}): RequestOptions {
  const all: HeadersOption = async () => ({
    ...(typeof headers === 'function' ? await headers() : headers),
    authorization: `Bearer ${token}`,
  });
  return { ...options, headers: all };
}

/** The query of the queue. */
export function deskParams(query: DeskQuery): URLSearchParams {
  const { q, kinds = [], statuses = [], assignee, unassigned, suspicious, sort, limit, cursor, lang } = query;
  const params = new URLSearchParams();
  for (const kind of kinds) params.append('kind', kind);
  for (const status of statuses) params.append('status', status);
  const single = { q, assignee, unassigned, suspicious, sort, limit, cursor, lang };
  for (const [name, value] of Object.entries(single)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return params;
}
