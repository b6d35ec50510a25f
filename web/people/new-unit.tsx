/** A unit, before there are people in it. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { faultsOf } from '../ui/faults.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { useAddUnit } from '../mutations.ts';
import { useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function NewUnitPage() {
  const speech = useSpeech();
  const { w } = speech;
  const navigate = useNavigate();
  const units = useUnits().data ?? [];
  const add = useAddUnit();
  const [name, setName] = useState('');
  // At the end of the list.
  const position = Math.max(0, ...units.map((unit) => unit.position)) + 1;
  return (
    <div className="page page-narrow stack">
      <PageHead title={w.account.newUnit} crumbs={[{ to: '/people', words: w.people.title }]} />
      <form
        className="form card"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ name, position }, { onSuccess: () => void navigate('/people') });
        }}
      >
        <ErrorSummary faults={faultsOf(add.error, speech)} />
        <TextField id="name" label={w.account.unitName} value={name} onChange={setName} />
        <Button isMain isSubmit isBusy={add.isPending}>
          {w.account.addUnit}
        </Button>
      </form>
    </div>
  );
}
