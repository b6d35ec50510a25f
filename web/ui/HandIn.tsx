/** A template: taken away, filled in, handed in. It is looked at first; what it would do stands row by row before it is done. */
import { useState } from 'react';
import type { FormReport } from '../../api/contract.ts';
import Button from './Button.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FilePicker } from './FilePicker.tsx';
import { faultsOf, isRepeated } from './faults.ts';
import { useHandIn } from '../mutations.ts';
import { useSpeech } from '../words.ts';

interface Props<Answer> {
  /** Where it is downloaded; null where that is offered elsewhere. */
  readonly template: string | null;
  /** Where it is handed in, and under `/preview` looked at. */
  readonly path: string;
  /** The queries that it changes. */
  readonly written: readonly string[];
  /** What stands below once it is done. */
  readonly done?: (answer: Answer) => React.ReactNode;
}

export function HandIn<Answer extends FormReport = FormReport>({ template, path, written, done }: Props<Answer>) {
  const speech = useSpeech();
  const { w } = speech;
  const [file, setFile] = useState<File | null>(null);
  const preview = useHandIn(`${path}/preview`);
  const apply = useHandIn<Answer>(path, written);
  const choose = (chosen: File) => {
    setFile(chosen);
    apply.reset();
    preview.mutate({ file: chosen, again: false });
  };
  const report = apply.data ?? preview.data;
  const isNew = report?.entries.some(({ outcome }) => outcome !== 'same') === true;
  const isReady = file !== null && isNew && report.faults.length === 0 && apply.data === undefined;
  return (
    <>
      <section className="card stack">
        <ErrorSummary faults={faultsOf(apply.error ?? preview.error, speech)} />
        <div className="row">
          {template === null ? null : (
            <a href={template} download>
              {w.handIn.template}
            </a>
          )}
          <FilePicker words={w.handIn.choose} accept=".xlsx,.xlsm,.csv" onChoose={([chosen]) => choose(chosen)} />
          {file === null ? null : <span className="quiet small">{w.handIn.file(file.name)}</span>}
        </div>
        {report === undefined ? null : <Summary report={report} isDone={apply.data !== undefined} />}
        {apply.data === undefined ? null : done?.(apply.data)}
        {isReady ? (
          <Button
            isMain
            isBusy={apply.isPending}
            onClick={() => apply.mutate({ file, again: isRepeated(apply.error) })}
          >
            {isRepeated(apply.error) ? w.handIn.again : w.handIn.apply}
          </Button>
        ) : null}
      </section>
      {report === undefined ? null : <Rows report={report} />}
    </>
  );
}

function Summary({ report, isDone }: { readonly report: FormReport; readonly isDone: boolean }) {
  const { w, list } = useSpeech();
  const { entries, faults, ignored } = report;
  const count = (outcome: string) => entries.filter((entry) => entry.outcome === outcome).length;
  const isNew = entries.some(({ outcome }) => outcome !== 'same');
  return (
    <div role="status" className="stack-8">
      {isDone ? <p>{w.handIn.applied}</p> : null}
      {faults.length > 0 ? <p>{w.handIn.faults(faults.length)}</p> : null}
      {faults.length === 0 && !isNew ? <p>{w.handIn.nothingNew}</p> : null}
      {faults.length === 0 && isNew ? <p>{w.handIn.sound(count('added'), count('changed'), count('same'))}</p> : null}
      {ignored.length > 0 ? <p className="quiet small">{w.handIn.ignored(list(ignored))}</p> : null}
    </div>
  );
}

/** A page shows so many; what is wrong stands first. */
const most = 500;

function Rows({ report: { entries, faults } }: { readonly report: FormReport }) {
  const { w, labels } = useSpeech();
  const rows = [
    ...faults.map(({ sheet, row, message }) => ({ sheet, row, name: '', outcome: message })),
    ...entries.map(({ outcome, changes, ...entry }) => ({
      ...entry,
      outcome: [labels.formOutcomes[outcome], ...changes].join(w.separator),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <div className="table-box">
        <table className="table stacking">
          <thead>
            <tr>
              <th scope="col">{w.handIn.row}</th>
              <th scope="col">{w.handIn.what}</th>
              <th scope="col">{w.handIn.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map(({ sheet, row, name, outcome }, at) => (
              <tr key={at}>
                <td className="nowrap">
                  {sheet}
                  {w.separator}
                  {row}
                </td>
                <td>{name}</td>
                <td>{outcome}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most ? <p className="quiet small">{w.handIn.more(rows.length - most)}</p> : null}
    </>
  );
}
