/** A filled-in sheet of progress: what is recorded, what is there already, and what is wrong where. */
import { describe, expect, it } from 'vitest';
import { progressPlan, type ProgressRow, type ReportedItem } from '../../../core/forms/progress.ts';

const columns = { number: 'A', finding: 'B', progress: 'E', isDone: 'F', reportedOn: 'G', reporter: 'H', remark: 'I' };

const row = (at: number, given: Partial<ProgressRow> = {}): ProgressRow => ({
  place: { sheet: '表', row: at, columns },
  faulty: [],
  ...{ number: '1.1', finding: '登记不全', text: '已补登', isDone: null },
  ...{ reportedOn: '2026-03-02', reporter: '苏敏', note: null },
  ...given,
});

const blank = { text: null, isDone: null, reportedOn: null, reporter: null, note: null };
const item = (number: string, title: string, recorded: ReportedItem['recorded'] = []): ReportedItem => ({
  itemId: `r1-${number}`,
  number,
  title,
  recorded,
});
const items = [item('1.1', '登记不全'), item('1.2', '账目不清')];

const said = ({ faults }: ReturnType<typeof progressPlan>) =>
  faults.map(({ row, column, problem }) => `${column ?? ''}${row} ${problem.code}`);

describe('a sheet of progress', () => {
  it('becomes one report of each item that it says something of', () => {
    const plan = progressPlan([row(4), row(5, { ...blank, number: '1.2', finding: '账目不清' })], items);
    expect(said(plan)).toEqual([]);
    expect(plan.reports).toMatchObject([
      { itemId: 'r1-1.1', report: { text: '已补登', reporter: '苏敏', reportedOn: '2026-03-02', note: '' } },
    ]);
    expect(plan.entries).toMatchObject([{ row: 4, name: '1.1 登记不全', outcome: 'added' }]);
  });

  it('says who and when once for the rows below', () => {
    const below = row(5, { number: '1.2', finding: '账目不清', reportedOn: null, reporter: null, isDone: true });
    const { reports } = progressPlan([row(4), below], items);
    expect(reports[1]?.report).toMatchObject({ reportedOn: '2026-03-02', reporter: '苏敏', isDone: true });
  });

  it('changes nothing where the same was recorded, and records what differs in anything', () => {
    const report = { text: '已补登', isDone: null, reportedOn: '2026-03-02', reporter: '苏敏', note: '' };
    const known = [item('1.1', '登记不全', [report])];
    expect(progressPlan([row(4)], known)).toMatchObject({ reports: [], entries: [{ outcome: 'same', changes: [] }] });
    for (const other of [
      { text: '已核对' },
      { isDone: true },
      { reportedOn: '2026-03-03' },
      { reporter: '林晓' },
      { note: '缺回执' },
    ])
      expect(progressPlan([row(4, other)], known).reports).toHaveLength(1);
  });

  it('tells a number that is missing, unknown, twice, or beside the finding of another', () => {
    const plan = progressPlan(
      [
        row(4),
        row(5, { number: null }),
        row(6, { number: '9.9' }),
        row(7),
        row(8, { number: '1.2', finding: '登记不全' }),
      ],
      items,
    );
    expect(said(plan)).toEqual(['A5 missing', 'A6 unknown', 'A7 twice', 'B8 otherFinding']);
    expect(plan.entries.map((entry) => entry.row)).toEqual([4, 8]);
  });

  it('tells what is missing of a report, once where the cell is faulty already', () => {
    const nobody = row(4, { ...blank, isDone: true });
    expect(said(progressPlan([nobody], items))).toEqual(['E4 missing', 'G4 missing', 'H4 missing']);
    const wrongDate = row(4, { reportedOn: null, faulty: ['reportedOn'] });
    expect(said(progressPlan([wrongDate], items))).toEqual([]);
    expect(progressPlan([wrongDate], items).reports).toEqual([]);
    // A date that was not understood is not taken from the row above.
    expect(progressPlan([row(4), { ...wrongDate, number: '1.2', finding: null }], items).reports).toHaveLength(1);
  });
});
