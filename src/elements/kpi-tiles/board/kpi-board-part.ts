// Fetched for the layout `board`.
export { boardTexts as texts } from './board.messages.js';
export { boardStyles as styles } from './board.styles.js';
export { boardGrid, fullscreenButton } from './board.js';
