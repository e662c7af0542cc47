// Fetched once there are figures to see, or together with them where the layout needs it.
export { Extras } from './extras.js';
export { moreTexts as texts } from './more.messages.js';
export { moreStyles as styles } from './more.styles.js';
