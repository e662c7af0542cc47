import type { Messages } from '../localize-controller.js';

const zhCN = {
  'config.title': '尚未完成配置',
  'config.missing': '请在此标签上添加 api="https://…"，填写平台地址，或将其放入 <yn-provider> 中。',
  'config.provider': '外层的 <yn-provider> 缺少平台地址，请添加 api="https://…"。',
  'config.api': 'api 的值“{api}”不是有效的网址，请写成 api="https://…" 的形式。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'config.title': 'Not set up yet',
  'config.missing':
    'Add api="https://…" with the address of your platform to this tag, or put it inside <yn-provider>.',
  'config.provider': 'The <yn-provider> around this tag needs api="https://…" with the address of your platform.',
  'config.api': 'The value of api is not a web address: “{api}”. Write it as api="https://…".',
};

/** Texts for the author of a page who has not said where the data is. */
export const texts = { 'zh-CN': zhCN, en } as const;
