// What a page loads: `<script type="module" src="…/yuniao.js"></script>`. It fetches the code of those elements that the
// page uses, and of no others.
import { type LoadDefinition, Loader } from './loader.js';

const definitions: Readonly<Record<string, LoadDefinition>> = {
  'yn-provider': async () => import('../elements/provider/define.js'),
  'yn-achievement-search': async () => import('../elements/achievement-search/define.js'),
};

new Loader(definitions).start();
