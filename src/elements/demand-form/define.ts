import { define } from '../../ui/define.js';
import { YnDemandForm } from './demand-form.js';

define('yn-demand-form', YnDemandForm);

declare global {
  interface HTMLElementTagNameMap {
    'yn-demand-form': YnDemandForm;
  }
}
