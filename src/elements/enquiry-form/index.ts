export { YnEnquiryForm } from './enquiry-form.js';
export type {
  FormErrorDetail,
  FormEventMap,
  FormSubmitDetail,
  FormSubmittedDetail,
} from '../../ui/form/form-events.js';
export type { Values as FormValues } from '../../ui/form/values.js';
export type { EnquiryKey as EnquiryFormKey } from './messages.js';
