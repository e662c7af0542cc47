export { YnProvider } from './provider.js';
