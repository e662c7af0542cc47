import { define } from '../../ui/define.js';
import { YnSubmissionStatus } from './submission-status.js';

define('yn-submission-status', YnSubmissionStatus);

declare global {
  interface HTMLElementTagNameMap {
    'yn-submission-status': YnSubmissionStatus;
  }
}
