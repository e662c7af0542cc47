import { define } from '../../ui/define.js';
import { YnProvider } from './provider.js';

define('yn-provider', YnProvider);

declare global {
  interface HTMLElementTagNameMap {
    'yn-provider': YnProvider;
  }
}
