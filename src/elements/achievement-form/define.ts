import { define } from '../../ui/define.js';
import { YnAchievementForm } from './achievement-form.js';

define('yn-achievement-form', YnAchievementForm);

declare global {
  interface HTMLElementTagNameMap {
    'yn-achievement-form': YnAchievementForm;
  }
}
