import { type ErrorCode, YuniaoError } from '../../sdk/index.js';
import type { ErrorWords } from '../error-words.js';
import type { Localizer, Messages } from '../localize-controller.js';
import type { StateKey } from '../messages.js';

const zhCN = {
  'error.network.title': '网络连接失败',
  'error.network.advice': '请检查网络连接后重试。',
  'error.timeout.title': '响应超时',
  'error.timeout.advice': '服务响应较慢，请稍后重试。',
  'error.denied.title': '本网站无权显示这些数据',
  'error.denied.advice': '请网站管理员检查站点密钥和允许访问的域名。',
  'error.missing.title': '找不到服务',
  'error.missing.advice': '请网站管理员检查服务地址是否正确。',
  'error.invalid.title': '请求有误',
  'error.invalid.advice': '请调整检索词或筛选条件后重试。',
  'error.busy.title': '访问过于频繁',
  'error.busy.advice': '请稍候片刻再试。',
  'error.busy.adviceSeconds': { other: '请在 {count} 秒后重试。' },
  'error.server.title': '服务出现故障',
  'error.server.advice': '并非您的操作有误，请几分钟后再试。',
  'error.schema.title': '无法识别返回的数据',
  'error.schema.advice': '服务与本页面的版本可能不一致，请网站管理员更新。',
  'error.unknown.title': '出错了',
  'error.unknown.advice': '请重试；如仍不成功，请刷新页面。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'error.network.title': 'The connection failed',
  'error.network.advice': 'Check your network connection, then try again.',
  'error.timeout.title': 'No answer in time',
  'error.timeout.advice': 'The service is slow at the moment. Please try again shortly.',
  'error.denied.title': 'This website may not show this data',
  'error.denied.advice': 'The operator of this website needs to check its site key and allowed addresses.',
  'error.missing.title': 'The service was not found',
  'error.missing.advice': 'The operator of this website needs to check the service address.',
  'error.invalid.title': 'The request was not understood',
  'error.invalid.advice': 'Change your words or filters, then try again.',
  'error.busy.title': 'Too many requests at the moment',
  'error.busy.advice': 'Please wait a moment, then try again.',
  'error.busy.adviceSeconds': { one: 'Please try again in a second.', other: 'Please try again in {count} seconds.' },
  'error.server.title': 'The service has a problem',
  'error.server.advice': 'This is not your fault. Please try again in a few minutes.',
  'error.schema.title': 'The answer could not be read',
  'error.schema.advice':
    'The service may be of another version than this page. The operator of this website has to update one of them.',
  'error.unknown.title': 'Something went wrong',
  'error.unknown.advice': 'Please try again. If it happens again, reload the page.',
};

export type ErrorKey = keyof typeof zhCN;

/** Texts that tell what went wrong and what to do. */
export const texts = { 'zh-CN': zhCN, en } as const;

type Kind = 'network' | 'timeout' | 'denied' | 'missing' | 'invalid' | 'busy' | 'server' | 'schema' | 'unknown';

const KINDS: Readonly<Partial<Record<ErrorCode, Kind>>> = {
  network: 'network',
  offline: 'network',
  timeout: 'timeout',
  unauthorized: 'denied',
  forbidden: 'denied',
  'not-found': 'missing',
  'bad-request': 'invalid',
  invalid: 'invalid',
  'rate-limited': 'busy',
  server: 'server',
  unavailable: 'server',
  schema: 'schema',
};

/** Words for `error` by its code alone: text that came over the network is never shown. */
export function wordsFor(error: unknown, l10n: Localizer<StateKey | ErrorKey>): ErrorWords {
  const kind = (YuniaoError.isInstance(error) && KINDS[error.code]) || 'unknown';
  const retryAfterMs = kind === 'busy' && retryAfter(error);
  return {
    title: l10n.t(`error.${kind}.title`) || l10n.t('state.failed'),
    advice: retryAfterMs
      ? l10n.t('error.busy.adviceSeconds', { count: Math.ceil(retryAfterMs / 1000) })
      : l10n.t(`error.${kind}.advice`),
  };
}

function retryAfter(error: unknown): number | undefined {
  const { retryAfterMs } = error as { retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' ? retryAfterMs : undefined;
}
