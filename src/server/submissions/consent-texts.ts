import type { ConsentRequest, SubmissionKind } from '../../domain/submission.js';
import { fill, type Language, type Text } from '../language.js';

/** Who handles the personal data, as the notice has to say (Personal Information Protection Law art. 17). */
export interface Handler {
  /** Name of the platform, or of the body that runs it. */
  readonly name: string;
  /** How people reach it: telephone, e-mail or postal address. */
  readonly contact?: string;
  /** How long personal data is kept after a submission is settled. */
  readonly retentionMonths: number;
}

interface ConsentText {
  readonly purpose: 'contact' | 'forwarding';
  /** A change of the words is a new version: what was agreed to stays on record by its version. */
  readonly textVersion: string;
  readonly required: boolean;
  readonly recipient: Text;
  readonly label: Text;
  readonly notice: Text;
}

const KINDS: Readonly<Record<SubmissionKind, Text>> = {
  demand: { 'zh-CN': '技术需求', en: 'technology need' },
  achievement: { 'zh-CN': '科技成果', en: 'achievement' },
  enquiry: { 'zh-CN': '咨询', en: 'enquiry' },
};

const NO_CONTACT: Text = {
  'zh-CN': '见本平台网站公布的联系方式',
  en: 'as published on the website of this platform',
};

/** The texts that are asked for now, the required one first. Texts of earlier versions stay below, in {@link EARLIER}. */
const CURRENT: readonly ConsentText[] = [
  {
    purpose: 'contact',
    textVersion: 'contact-2026-11-29',
    required: true,
    recipient: { 'zh-CN': '{handler}', en: '{handler}' },
    label: {
      'zh-CN': '我已阅读并同意《个人信息处理告知》，同意{handler}为受理本次提交并与我联系而处理我填写的个人信息。',
      en: 'I have read the notice and agree that {handler} uses the personal data I entered to handle this submission and to contact me.',
    },
    notice: {
      'zh-CN': `个人信息处理者：{handler}。联系方式：{contact}。
处理目的：受理您提交的{kind}，核实和审核内容，就办理事宜与您联系，并告知您办理结果。
处理方式：收集、存储、使用；仅由经授权的工作人员查阅，不对外公开，不用于自动化决策。
个人信息种类：联系人姓名、职务、电话、电子邮箱，以及您在正文和附件中主动填写的个人信息。请勿填写身份证件号码、银行账号等与本次提交无关的信息。
保存期限：自本次提交办结之日起 {months} 个月，期满后删除；法律、行政法规规定了更长保存期限的，从其规定。
您的权利及行使方式：凭提交回执中的查询链接，您可以随时查阅、复制、删除您的个人信息，或者撤回同意；更正、补充个人信息或者要求解释说明的，请通过上述联系方式提出。
本项同意由您自愿作出。受理和答复须与您取得联系，因此不同意将无法受理本次提交。撤回同意后，我们将停止处理您的个人信息，也无法继续为您办理；撤回前基于您的同意已进行的处理，其效力不受影响。`,
      en: `Handler of personal data: {handler}. Contact: {contact}.
Purpose: to receive your {kind}, to check and review it, to contact you about it and to tell you the outcome.
How: the data is collected, stored and used; authorised staff alone see it; it is not made public and not used for automated decisions.
Kinds of data: name, position, telephone number and e-mail address of the contact person, and what personal data you choose to enter in texts and files. Please do not enter numbers of identity papers, bank accounts or other data that this submission does not need.
Kept for: {months} months after the submission is settled, then erased, unless a law or administrative regulation prescribes longer.
Your rights and how to use them: with the link in your receipt you can read, copy and erase your personal data and withdraw your consent at any time; to have it corrected or completed, or to have its handling explained, use the contact above.
Consent is voluntary. We cannot deal with a submission without being able to contact you, so without it the submission is not taken. After a withdrawal we stop using your personal data and cannot go on with your matter; what was done before on the basis of your consent stays valid.`,
    },
  },
  {
    purpose: 'forwarding',
    textVersion: 'forwarding-2026-11-29',
    required: false,
    recipient: {
      'zh-CN': '与本次提交对接的单位（每次提供前另行告知名称和联系方式）',
      en: 'the organisations matched with this submission (each named to you, with its contact, beforehand)',
    },
    label: {
      'zh-CN': '我单独同意：经逐次告知接收方并由我确认后，{handler}可将我的联系方式提供给对接单位。',
      en: 'I separately agree that {handler} may give my contact details to matched organisations, each one only after it was named to me and I confirmed.',
    },
    notice: {
      'zh-CN': `本项为向其他个人信息处理者提供个人信息的单独同意，由您自愿选择；不同意不影响本次提交的受理。
提供方：{handler}。联系方式：{contact}。
接收方：与本次{kind}直接相关的高等院校、科研院所、企业或者技术转移服务机构。每次提供前，我们会告知您接收方的名称、联系方式、处理目的、处理方式和个人信息种类，经您确认后再提供。
处理目的：供需双方就本次{kind}直接对接、洽谈。
处理方式：由接收方存储并用于与您联系；接收方变更上述目的或者方式的，应当重新取得您的同意。
个人信息种类：联系人姓名、职务、电话、电子邮箱。
保存期限：我方的提供记录自本次提交办结之日起保存 {months} 个月；接收方的保存期限由其在对接前向您告知。
您的权利及行使方式：凭提交回执中的查询链接可以随时撤回本项同意，撤回后不再提供；已提供的信息，您可以向接收方或者通过我方要求删除。撤回前基于您的同意已进行的提供，其效力不受影响。`,
      en: `This is a separate consent to giving personal data to other handlers. It is your choice; without it your submission is taken all the same.
Given by: {handler}. Contact: {contact}.
Recipients: universities, research institutes, enterprises or technology transfer services directly concerned with this {kind}. Each time we tell you beforehand the name and contact of the recipient, the purpose, the way of handling and the kinds of data, and give the data only once you have confirmed.
Purpose: that both sides get in touch and negotiate about this {kind}.
How: the recipient stores the data and uses it to contact you; for any other purpose or way it has to ask your consent anew.
Kinds of data: name, position, telephone number and e-mail address of the contact person.
Kept for: our record of what was given, {months} months after the submission is settled; the recipient tells you how long it keeps the data before you are put in touch.
Your rights and how to use them: with the link in your receipt you can withdraw this consent at any time, and nothing more is given; what was given you can have erased by the recipient or through us. What was given before on the basis of your consent stays lawful.`,
    },
  },
];

/** Versions that were asked for once: a form that was open while the platform was updated may still send them. */
const EARLIER: ReadonlySet<string> = new Set<string>();

/** The consents that a form of `kind` asks for, in the words of `lang`. */
export function consentRequests(kind: SubmissionKind, lang: Language, handler: Handler): ConsentRequest[] {
  const values = {
    handler: handler.name,
    contact: handler.contact ?? NO_CONTACT[lang],
    kind: KINDS[kind][lang],
    months: handler.retentionMonths,
  };
  return CURRENT.map(({ purpose, textVersion, required, recipient, label, notice }) => ({
    purpose,
    required,
    recipient: fill(recipient, lang, values),
    textVersion,
    label: fill(label, lang, values),
    notice: fill(notice, lang, values),
  }));
}

/** Whether such a consent is asked for by this platform. */
export function isConsentPurpose(purpose: string): boolean {
  return CURRENT.some((text) => text.purpose === purpose);
}

/** Whether a consent text of this purpose and version exists. */
export function isConsentText(purpose: string, textVersion: string): boolean {
  return (
    CURRENT.some((text) => text.purpose === purpose && text.textVersion === textVersion) ||
    EARLIER.has(`${purpose}/${textVersion}`)
  );
}

/** The purposes without whose consent nothing is taken. */
export const REQUIRED_PURPOSES: readonly string[] = CURRENT.filter(({ required }) => required).map(
  ({ purpose }) => purpose,
);

/** Version of the text for `purpose` that is asked for now. */
export function currentVersion(purpose: 'contact' | 'forwarding'): string {
  return CURRENT.find((text) => text.purpose === purpose)?.textVersion ?? '';
}
