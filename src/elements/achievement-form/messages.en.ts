import { formEn } from '../../ui/form/messages.en.js';
import type { Messages } from '../../ui/localize-controller.js';
import type { AchievementKey } from './messages.js';

/** English texts of `<yn-achievement-form>`. */
export const en: Messages<AchievementKey> = {
  ...formEn,
  'achievement.heading': 'Publish a result',
  'achievement.intro': 'The main points will do; more can follow. It is kept as you type.',
  'achievement.submit': 'Send the result',
  'section.result': 'The result',
  'section.transfer': 'Transfer',
  'achievement.title': 'Title',
  'achievement.title.help': 'The technology and its use: “Cold-plasma unit against the smell of waste water”.',
  'achievement.benefit': 'Benefit in one line',
  'achievement.benefit.help': 'What its user gets from it, with a figure if you can.',
  'achievement.summary': 'Summary',
  'achievement.summary.help': 'What it solves, how, and how far it has come. Nothing secret, please.',
  'achievement.keywords': 'Keywords',
  'achievement.keywords.help': 'Two to five, separated by commas.',
  'achievement.field': 'Technical field',
  'achievement.readiness': 'Stage',
  'achievement.transferModes': 'Modes of transfer',
  'achievement.price': 'Asking price',
  'achievement.price.help': 'Tick “Negotiable” where there is none.',
  'achievement.completers': 'Made by',
  'achievement.completers.help': 'In order, separated by commas; published with the result.',
};
