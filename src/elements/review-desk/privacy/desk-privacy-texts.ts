import type { Messages, PartTexts } from '../../../ui/localize-controller.js';

const zhCN = {
  'desk.privacy.label': '个人信息权利',
  'desk.privacy.hint': '提交人要求查阅、复制或删除其个人信息时使用。每次操作都会记入办理记录。',
  'desk.privacy.export': '导出个人信息（JSON）',
  'desk.privacy.exported': '已导出。请以安全方式交给本人，并及时删除本机副本。',
  'desk.privacy.exportFailed': '导出失败，请重试。',
  'desk.privacy.erase.warning':
    '清除后无法恢复：提交人姓名、电话、邮箱和附件将被永久删除。已发布的公开内容和办理记录会保留。',
  'desk.privacy.erase.type': '请输入编号 {reference} 以确认',
  'desk.privacy.erase.differs': '输入的编号与此件不一致。',
  'desk.privacy.erase.confirm': '永久清除',
  'desk.privacy.erase.done': '此件的个人信息已清除。',
} as const;

export type PrivacyKey = keyof typeof zhCN;

const en: Messages<PrivacyKey> = {
  'desk.privacy.label': 'Personal data',
  'desk.privacy.hint':
    'For a submitter who asks to see, copy or delete their personal data. Every use is noted in the history.',
  'desk.privacy.export': 'Export personal data (JSON)',
  'desk.privacy.exported': 'Exported. Hand it over safely, and delete the copy on this machine.',
  'desk.privacy.exportFailed': 'The export failed. Try again.',
  'desk.privacy.erase.warning':
    'This cannot be undone: name, phone number, e-mail address and attachments are deleted for good. What is public and the history stay.',
  'desk.privacy.erase.type': 'Type the reference {reference} to confirm',
  'desk.privacy.erase.differs': 'That is not the reference of this submission.',
  'desk.privacy.erase.confirm': 'Erase for good',
  'desk.privacy.erase.done': 'The personal data of this submission has been erased.',
};

/** Texts about the rights of those whose data it is. */
export const privacyTexts: PartTexts<PrivacyKey> = { 'zh-CN': zhCN, en };
