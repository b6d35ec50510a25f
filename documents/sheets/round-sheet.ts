/** A sheet of a round as a file. */
import { closuresTable } from './closures.ts';
import type { RoundFacts } from './facts.ts';
import { ledgerTable } from './ledger.ts';
import { dutiesTable, findingsTable, tasksTable } from './lists.ts';
import type { Table } from './table.ts';
import { workbook } from './workbook.ts';
import type { RoundSheet } from '../../core/round/sheets.ts';

const tables: Readonly<Record<RoundSheet, (facts: RoundFacts) => Table>> = {
  findings: findingsTable,
  tasks: tasksTable,
  duties: dutiesTable,
  ledger: ledgerTable,
  closures: closuresTable,
};

export const roundWorkbook = (sheet: RoundSheet, facts: RoundFacts): Promise<Uint8Array> =>
  workbook([tables[sheet](facts)], facts.locale, facts.asOf);
