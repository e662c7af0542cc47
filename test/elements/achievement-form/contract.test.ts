import '../../../src/elements/achievement-form/define.js';
import { YnAchievementForm } from '../../../src/elements/achievement-form/index.js';
import { messages } from '../../../src/elements/achievement-form/messages.js';
import { describeElementContract } from '../../support/contract.js';
import { formStates } from '../../support/forms.js';

describeElementContract('yn-achievement-form', {
  elementClass: YnAchievementForm,
  properties: {
    heading: '登记一项成果',
    hide: 'creditCode registrationNo',
    require: 'benefit',
    formId: 'contract',
    variant: 'full',
    draftsOff: true,
    value: { title: { 'zh-CN': '电机用耐高温绝缘漆' }, keywords: { 'zh-CN': '绝缘漆、电机' } },
  },
  states: formStates({
    title: { 'zh-CN': '电机用耐高温绝缘漆' },
    summary: { 'zh-CN': '不含溶剂，240 ℃ 不开裂。' },
    organisation: '示例电机有限公司',
    person: '王工',
    phone: '0571-88000000',
    consents: { contact: 'on' },
  }),
  loads: false,
  messages,
});
