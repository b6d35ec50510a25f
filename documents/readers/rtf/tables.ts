/** Tables of RTF have no bounds: a paragraph says that it stands in a cell, and words end cells and rows. */
import type { Page } from '../page.ts';

export interface Tables {
  readonly within: (isWithin: boolean) => void;
  readonly paragraph: (text: string) => void;
  readonly endCell: () => void;
  readonly endRow: () => void;
  readonly end: () => void;
}

export function newTables(page: Page): Tables {
  let isWithin = false;
  let isOpen = false;
  let isRow = false;
  let isCell = false;
  const openCell = (): void => {
    if (!isOpen) page.openTable();
    if (!isRow) page.openRow();
    if (!isCell) page.openCell(1, 1);
    isOpen = true;
    isRow = true;
    isCell = true;
  };
  const endCell = (): void => {
    openCell();
    page.closeCell();
    isCell = false;
  };
  const endRow = (): void => {
    if (isCell) endCell();
    if (isRow) page.closeRow(true);
    isRow = false;
  };
  const end = (): void => {
    endRow();
    if (isOpen) page.closeTable();
    isOpen = false;
  };
  const paragraph = (text: string): void => {
    if (isWithin) openCell();
    else end();
    page.paragraph(text);
  };
  return { within: (is) => void (isWithin = is), paragraph, endCell, endRow, end };
}
