// What a page loads: `<script type="module" src="…/yuniao.js"></script>`. It fetches the code of those elements that the
// page uses, and of no others.
import { firstIndicators, firstQuestion } from './first-question.js';
import { type Definition, Loader } from './loader.js';

const definitions: Readonly<Record<string, Definition>> = {
  'yn-provider': { load: async () => import('../elements/provider/define.js') },
  'yn-achievement-search': {
    load: async () => import('./achievement-search.js'),
    ask: firstQuestion,
    loadEnglish: async () => import('../elements/achievement-search/messages.en.js'),
    loadFor: (element) => element.hasAttribute('url-state') && import('../ui/url-mirror.js'),
  },
  'yn-demand-form': {
    load: async () => import('./demand-form.js'),
    loadEnglish: async () => import('../elements/demand-form/messages.en.js'),
  },
  'yn-achievement-form': {
    load: async () => import('./achievement-form.js'),
    loadEnglish: async () => import('../elements/achievement-form/messages.en.js'),
  },
  'yn-enquiry-form': {
    load: async () => import('./enquiry-form.js'),
    loadEnglish: async () => import('../elements/enquiry-form/messages.en.js'),
  },
  'yn-kpi-tiles': {
    load: async () => import('./kpi-tiles.js'),
    ask: firstIndicators,
    loadEnglish: async () => import('../elements/kpi-tiles/messages.en.js'),
    loadFor: (element) =>
      element.matches('[layout=table],[layout=board]') && import('../elements/kpi-tiles/sheet/kpi-sheet-part.js'),
  },
  'yn-review-desk': { load: async () => import('./office.js').then((office) => office.loadReviewDesk()) },
  'yn-submission-status': { load: async () => import('./office.js').then((office) => office.loadSubmissionStatus()) },
};

new Loader(definitions).start();
