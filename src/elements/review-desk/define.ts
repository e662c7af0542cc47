import { define } from '../../ui/define.js';
import { YnReviewDesk } from './review-desk.js';

define('yn-review-desk', YnReviewDesk);

declare global {
  interface HTMLElementTagNameMap {
    'yn-review-desk': YnReviewDesk;
  }
}
