import { define } from '../../ui/define.js';
import { YnAchievementSearch } from './achievement-search.js';

define('yn-achievement-search', YnAchievementSearch);

declare global {
  interface HTMLElementTagNameMap {
    'yn-achievement-search': YnAchievementSearch;
  }
}
