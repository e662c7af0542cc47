import { define } from '../../ui/define.js';
import { YnKpiTiles } from './kpi-tiles.js';

define('yn-kpi-tiles', YnKpiTiles);

declare global {
  interface HTMLElementTagNameMap {
    'yn-kpi-tiles': YnKpiTiles;
  }
}
