export { YnDemandForm } from './demand-form.js';
export type {
  FormErrorDetail,
  FormEventMap,
  FormSubmitDetail,
  FormSubmittedDetail,
} from '../../ui/form/form-events.js';
export type { Values as FormValues } from '../../ui/form/values.js';
export type { DemandKey as DemandFormKey } from './messages.js';
