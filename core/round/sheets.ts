/** The lists and ledgers that a round is handed out as. */

/**
 * findings 问题清单 · tasks 任务清单 · duties 责任清单: the three lists of a rectification plan · ledger 台账: one row an item ·
 * closures 归零表: what was found, why, what was done, and who reviewed it
 */
export const roundSheets = ['findings', 'tasks', 'duties', 'ledger', 'closures'] as const;
export type RoundSheet = (typeof roundSheets)[number];
