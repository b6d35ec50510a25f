/** The ledger of a round as a workbook, against the bare writer of XLSX with the same cells, widths and formats. */
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { ledgerTable } from '../../documents/sheets/ledger.ts';
import type { Table } from '../../documents/sheets/table.ts';
import { workbook } from '../../documents/sheets/workbook.ts';
import { itemFacts, roundFacts } from '../documents/sheets/samples.ts';
import { timed, verdictOf, type Verdict } from './figures.ts';

const target = 1.3;

const FORMATS = { text: '@', date: 'yyyy-mm-dd', count: '0' } as const;

function bareWorkbook({ name, columns, rows }: Table): Promise<Uint8Array> {
  const alignment = { vertical: 'top' as const, wrapText: true };
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width, kind }) => ({ width, style: { alignment, numFmt: FORMATS[kind] } })),
        rows: rows.map((row): CellValue[] =>
          row.map((cell, at) =>
            typeof cell === 'string' && columns[at]?.kind === 'date' ? new Date(`${cell}T00:00:00.000Z`) : cell,
          ),
        ),
      },
    ],
    stringMode: 'inline',
  });
}

export async function benchSheet(count: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  const items = Array.from({ length: count }, (_, at) => itemFacts({ number: `1.${at + 1}` }));
  const facts = roundFacts('zh-CN', { items });
  const table = ledgerTable(facts);
  const write = (): Promise<Uint8Array> => workbook([ledgerTable(facts)], 'zh-CN', facts.asOf);
  // Unmeasured: what is compiled once.
  await write();
  await bareWorkbook(table);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    ours.push(await timed(write));
    bare.push(await timed(() => bareWorkbook(table)));
    say(`turn ${turn}: ${ours.at(-1)?.toFixed(0)} ms, the bare writer ${bare.at(-1)?.toFixed(0)} ms`);
  }
  return verdictOf('sheet', target, ours, bare);
}
