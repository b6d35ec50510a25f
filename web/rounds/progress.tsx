/** Progress that a unit reports on a sheet: handed out unit by unit, and entered for it. */
import { useState } from 'react';
import { useParams } from 'react-router';
import type { FormProgress } from '../../api/contract.ts';
import { SelectField } from '../ui/Field.tsx';
import { HandIn } from '../ui/HandIn.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useRound, useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function ProgressPage() {
  const { roundId = '' } = useParams();
  const { w, labels } = useSpeech();
  const round = useRound(roundId);
  return (
    <div className="page stack">
      <Loaded query={round} isPage>
        {({ title }) => (
          <>
            <PageHead
              title={labels.formNames.progress}
              facts={w.handIn.progressLead}
              crumbs={[
                { to: '/rounds', words: labels.things.rounds },
                { to: `/rounds/${roundId}`, words: title },
              ]}
            />
            <Sheet roundId={roundId} />
            <HandIn<FormProgress>
              template={null}
              path={`/rounds/${roundId}/progress`}
              written={['items', 'item']}
              done={({ refused }) => <Refused refused={refused} />}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The sheet of one unit, to be sent to it. */
function Sheet({ roundId }: { readonly roundId: string }) {
  const { w, labels } = useSpeech();
  const [unitId, setUnitId] = useState('');
  const units = useUnits();
  return (
    <section className="card stack">
      <SelectField
        id="unit"
        label={labels.things.responsibleUnit}
        value={unitId}
        choices={(units.data ?? []).map(({ id, name }) => ({ value: id, words: name }))}
        onChange={setUnitId}
      />
      {unitId === '' ? null : (
        <a href={`/api/rounds/${roundId}/progress?unit=${encodeURIComponent(unitId)}`} download>
          {w.handIn.progressSheet}
        </a>
      )}
    </section>
  );
}

function Refused({ refused }: Pick<FormProgress, 'refused'>) {
  const { w } = useSpeech();
  if (refused.length === 0) return null;
  return (
    <div role="alert" className="note note-warn">
      <p>{w.handIn.notRecorded(refused.length)}</p>
      <ul>
        {refused.map(({ itemId, number, message }) => (
          <li key={itemId}>
            {number} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
