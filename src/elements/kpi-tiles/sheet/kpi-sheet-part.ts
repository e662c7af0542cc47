// Fetched for the layouts `table` and `board`, or when the details of an indicator are first opened.
import { css, type CSSResult } from 'lit';
import type { PartTexts } from '../../../ui/localize-controller.js';
import { boardTexts, type KpiBoardKey } from '../board/board.messages.js';
import { grids } from '../board/board-grids.js';
import { boardStyles } from '../board/board.styles.js';
import { type KpiSheetKey, sheetTexts } from './sheet.messages.js';
import { sheetStyles } from './sheet.styles.js';

export { boardGrid, fullscreenButton } from '../board/board.js';
export { details } from './details.js';
export { table } from './table.js';

export const texts: PartTexts<KpiSheetKey | KpiBoardKey> = {
  'zh-CN': { ...sheetTexts['zh-CN'], ...boardTexts['zh-CN'] },
  en: { ...sheetTexts.en, ...boardTexts.en },
};

export const styles: CSSResult = css`
  ${sheetStyles}
  ${grids}
  ${boardStyles}
`;
