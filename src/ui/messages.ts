import type { Catalogue, Messages } from './localize-controller.js';

/** Texts that every element with data needs. */
export const stateEn = {
  'state.loading': 'Loading…',
  'state.retry': 'Try again',
  'state.stale': 'Showing data as of {time}.',
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
  'config.title': 'Not set up yet',
  'config.missing':
    'Add api="https://…" with the address of your platform to this tag, or put it inside <yn-provider>.',
  'config.provider': 'The <yn-provider> around this tag needs api="https://…" with the address of your platform.',
  'config.api': 'The value of api is not a web address: “{api}”. Write it as api="https://…".',
} as const;

export type StateKey = keyof typeof stateEn;

export const stateZhCN: Messages<StateKey> = {
  'state.loading': '正在加载…',
  'state.retry': '重试',
  'state.stale': '当前显示的是截至 {time} 的数据。',
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
  'error.server.advice': '问题不在您这边，请过几分钟再试。',
  'error.schema.title': '无法识别返回的数据',
  'error.schema.advice': '服务与本页面的版本可能不一致，请网站管理员更新。',
  'error.unknown.title': '出错了',
  'error.unknown.advice': '请重试；如果问题依旧，请刷新页面。',
  'config.title': '尚未完成配置',
  'config.missing': '请在此标签上添加 api="https://…"，填写平台地址，或将其放入 <yn-provider> 中。',
  'config.provider': '外层的 <yn-provider> 缺少平台地址，请添加 api="https://…"。',
  'config.api': 'api 的值“{api}”不是有效的网址，请写成 api="https://…" 的形式。',
};

/** {@link stateEn} and its translations. */
export const stateMessages: Catalogue<StateKey> = { en: stateEn, 'zh-CN': stateZhCN };
