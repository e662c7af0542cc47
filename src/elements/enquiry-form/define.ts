import { define } from '../../ui/define.js';
import { YnEnquiryForm } from './enquiry-form.js';

define('yn-enquiry-form', YnEnquiryForm);

declare global {
  interface HTMLElementTagNameMap {
    'yn-enquiry-form': YnEnquiryForm;
  }
}
