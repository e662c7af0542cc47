// Fetched for the layout `table`, and when a reader first asks what an indicator means.
export { details } from './details.js';
export { sheetTexts as texts } from './sheet.messages.js';
export { sheetStyles as styles } from './sheet.styles.js';
export { table } from './table.js';
