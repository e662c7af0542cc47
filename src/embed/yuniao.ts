// What a page loads: `<script type="module" src="…/yuniao.js"></script>`. It fetches the code of those elements that the
// page uses, and of no others.
import { askEarly, firstIndicators, firstQuestion } from './first-question.js';
import { type Definition, Loader } from './loader.js';

const definitions: Readonly<Record<string, Definition>> = {
  'yn-provider': { load: async () => import('../elements/provider/define.js') },
  'yn-achievement-search': {
    load: async () => import('./achievement-search.js'),
    ask: (element) => {
      askEarly(element, firstQuestion(element));
    },
    loadEnglish: async () => import('../elements/achievement-search/messages.en.js'),
    loadFor: {
      'url-state': async () => import('../ui/url-mirror.js'),
      ranges: async () => import('../elements/achievement-search/narrow/narrow-part.js'),
    },
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
    ask: (element) => {
      askEarly(element, firstIndicators(element));
    },
    loadEnglish: async () => import('../elements/kpi-tiles/messages.en.js'),
    loadFor: {
      layout: async (layout) =>
        Promise.all([
          import('../elements/kpi-tiles/more/kpi-more-part.js'),
          layout === 'table' && import('../elements/kpi-tiles/sheet/kpi-sheet-part.js'),
          layout === 'board' && import('../elements/kpi-tiles/board/kpi-board-part.js'),
        ]),
    },
  },
  'yn-review-desk': {
    load: async () => import('../elements/review-desk/define.js'),
    loadEnglish: async () => import('../elements/review-desk/messages.en.js'),
  },
  'yn-submission-status': {
    load: async () => import('../elements/submission-status/define.js'),
    // What reads the answer, which the client fetches only when it asks
    ask: () => void import('../sdk/resources/submissions-reader.js').catch(() => undefined),
    loadEnglish: async () => import('../elements/submission-status/messages.en.js'),
  },
};

new Loader(definitions).start();
