import type { Messages, PartTexts } from '../../../ui/localize-controller.js';

const zhCN = {
  'desk.edit.label': '编辑内容',
  'desk.edit.public': '此件已对外公开，保存后公众看到的内容随之更新。',
  'desk.edit.kept': '修改前的版本会保留，可在“对比版本”中查看。',
  'desk.edit.merged': '他人刚刚修改了此件，已合并到您的编辑中。您填写的内容没有丢失，请核对后保存。',
  'desk.edit.clashes': { other: '他人刚刚修改了此件。有 {count} 处您和对方都改了，请逐一核对后保存。' },
  'desk.edit.theirs': '对方改为：',
  'desk.edit.theirs.none': '对方删去了此项',
  'desk.edit.takeTheirs': '采用对方的内容',
  'desk.edit.keepMine': '保留我填写的',
  'desk.edit.addLanguage': '添加{language}',
  'desk.edit.addItem': '添加一项',
  'desk.edit.removeItem': '删除：{item}',
  'desk.edit.addField': '添加字段',
  'desk.edit.addField.pick': '选择要添加的字段',
  'desk.edit.empty': '清空的内容保存后即删除。',
  'desk.edit.date': '格式：2026、2026-11 或 2026-11-30',
  'desk.edit.why': '修改原因（记入办理记录）',
  'desk.edit.save': '保存修改',
  'desk.edit.discard': '放弃修改',
  'desk.edit.unchanged': '还没有修改任何内容。',
} as const;

export type EditKey = keyof typeof zhCN;

const en: Messages<EditKey> = {
  'desk.edit.label': 'Edit',
  'desk.edit.public': 'This is public: what you save is what the public reads from then on.',
  'desk.edit.kept': 'The version before is kept, under “Compare versions”.',
  'desk.edit.merged':
    'Somebody else has just changed this. Their changes are now among yours, and nothing that you typed is lost. Check, then save.',
  'desk.edit.clashes': {
    one: 'Somebody else has just changed this. {count} field was changed by both of you: check it, then save.',
    other: 'Somebody else has just changed this. {count} fields were changed by both of you: check them, then save.',
  },
  'desk.edit.theirs': 'They wrote:',
  'desk.edit.theirs.none': 'They removed it',
  'desk.edit.takeTheirs': 'Take theirs',
  'desk.edit.keepMine': 'Keep mine',
  'desk.edit.addLanguage': 'Add {language}',
  'desk.edit.addItem': 'Add one',
  'desk.edit.removeItem': 'Remove: {item}',
  'desk.edit.addField': 'Add a field',
  'desk.edit.addField.pick': 'Choose a field to add',
  'desk.edit.empty': 'What you empty is removed when you save.',
  'desk.edit.date': 'As 2026, 2026-11 or 2026-11-30',
  'desk.edit.why': 'Why (for the history)',
  'desk.edit.save': 'Save',
  'desk.edit.discard': 'Discard changes',
  'desk.edit.unchanged': 'Nothing has been changed yet.',
};

/** Texts of the editor of a draft. */
export const editTexts: PartTexts<EditKey> = { 'zh-CN': zhCN, en };
