/** 分工: each item gets a unit, a handler and a lead leader. Wide screens only; a phone shows what is assigned so far. */
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ItemRow, RoundDetail } from '../../api/contract.ts';
import type { Responsibility } from '../../core/round/notice.ts';
import { completeCount, halfDone, toSave, withChoice, chosenFor, type Assigned, type Choices } from './assigning.ts';
import { messageOf } from '../ui/faults.ts';
import { useDraft } from '../ui/kept-draft.ts';
import { useIsPhone } from '../ui/sizes.ts';
import { useAssign } from '../mutations.ts';
import { AssignTable } from './AssignTable.tsx';
import { BatchBar } from './BatchBar.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { FormFault } from '../ui/faults.ts';
import { ItemRowLink } from '../items/ItemRowLink.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { WizardSteps } from './WizardSteps.tsx';
import { meaningIn, suggestions } from './suggesting.ts';
import { usePeople, useRound, useRoundItems, useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';

const nothingSaid: readonly Responsibility[] = [];

export default function AssignPage() {
  const { roundId = '' } = useParams();
  const { w, labels } = useSpeech();
  const round = useRound(roundId);
  const items = useRoundItems(roundId);
  const isPhone = useIsPhone();
  return (
    <div className="page">
      <Loaded query={round} lines={6} isPage>
        {(data) => (
          <>
            <PageHead
              title={w.wizard.assignTitle}
              crumbs={[
                { to: '/rounds', words: labels.things.rounds },
                { to: `/rounds/${roundId}`, words: data.title },
              ]}
              facts={isPhone ? w.wizard.onPhone : w.wizard.assignLead}
            />
            <WizardSteps here={2} />
            <Loaded query={items} lines={6}>
              {(rows) => (isPhone ? <ReadOnly rows={rows} /> : <Assign round={data} rows={rows} />)}
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  );
}

function ReadOnly({ rows }: { readonly rows: readonly ItemRow[] }) {
  const { labels } = useSpeech();
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <ItemRowLink row={row} verb={row.unitId === null ? labels.states.draft : ''} isWanted={row.unitId === null} />
        </li>
      ))}
    </ul>
  );
}

function Assign({ round, rows }: { readonly round: RoundDetail; readonly rows: readonly ItemRow[] }) {
  const speech = useSpeech();
  const { w, labels, list } = speech;
  const navigate = useNavigate();
  const { draft, change, forget } = useDraft<{ choices: Choices }>(`assign.${round.id}`, { choices: {} });
  const said = round.notice.responsibilities ?? nothingSaid;
  const [units, people] = [useUnits().data, usePeople().data];
  const meaning = useMemo(() => meaningIn({ units: units ?? [], people: people ?? [] }), [units, people]);
  const offered = useMemo(() => suggestions(rows, said, meaning), [rows, said, meaning]);
  const choices = { ...offered, ...draft.choices };
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const assign = useAssign(round.id);
  const complete = completeCount(rows, choices);
  const toCheck = () => void navigate(`/rounds/${round.id}/check`);

  const choose = (ids: readonly string[], part: Partial<Assigned>) =>
    change({ choices: { ...draft.choices, ...chosen(ids, part) } });
  const chosen = (ids: readonly string[], part: Partial<Assigned>): Choices =>
    Object.fromEntries(
      rows.filter(({ id }) => ids.includes(id)).map((row) => [row.id, withChoice(chosenFor(row, choices), part)]),
    );
  const saved = () => {
    forget();
    toCheck();
  };
  const save = () => {
    const words = {
      unitId: labels.fields.unitId,
      handlerId: labels.fields.handlerId,
      leadLeaderId: labels.fields.leadLeaderId,
    };
    // A suggestion that nobody took up holds nothing back.
    const missing = halfDone(rows, draft.choices).map(({ row, lacks }) => ({
      field: `assign-${row.id}`,
      message: w.wizard.lacks(row.number, list(lacks.map((part) => words[part]))),
    }));
    setFaults(missing);
    const assignments = toSave(rows, choices);
    if (missing.length > 0) return;
    if (assignments.length === 0) return saved();
    assign.mutate(
      { assignments },
      {
        onSuccess: saved,
        onError: (error) => setFaults([{ field: null, message: messageOf(error, speech) }]),
      },
    );
  };
  return (
    <div className="stack">
      <ErrorSummary faults={faults} />
      <BatchBar count={selected.length} apply={(part) => choose(selected, part)} />
      <AssignTable
        rows={rows}
        said={said}
        meaning={meaning}
        choices={choices}
        selected={selected}
        select={setSelected}
        choose={choose}
        faults={faults}
      />
      <div className="row-16">
        <Button isMain isBusy={assign.isPending} onClick={save}>
          {w.wizard.save}
        </Button>
        <span className="quiet">{w.wizard.assigned(complete, rows.length)}</span>
      </div>
    </div>
  );
}
