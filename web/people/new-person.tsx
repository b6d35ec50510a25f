/** A person is let in: who they are, what they may do, and a mail by which they choose their password. */
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { NewPerson } from '../../api/contract.ts';
import { roles, type Role } from '../../core/actor.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { faultsOf } from '../ui/faults.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { useAddPerson } from '../mutations.ts';
import { useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';

const nobody: NewPerson = { name: '', email: '', roles: ['staff'], unitId: null };

export default function NewPersonPage() {
  const speech = useSpeech();
  const { w, labels } = speech;
  const navigate = useNavigate();
  const units = useUnits().data ?? [];
  const add = useAddPerson();
  const [person, setPerson] = useState(nobody);
  const change = (more: Partial<NewPerson>) => setPerson({ ...person, ...more });
  return (
    <div className="page page-narrow stack">
      <PageHead
        title={w.account.newPerson}
        facts={w.account.newPersonLead}
        crumbs={[{ to: '/people', words: w.people.title }]}
      />
      <form
        className="form card"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(person, { onSuccess: () => void navigate('/people') });
        }}
      >
        <ErrorSummary faults={faultsOf(add.error, speech)} />
        <TextField id="name" label={w.account.name} value={person.name} onChange={(name) => change({ name })} />
        <TextField
          id="email"
          label={labels.things.email}
          value={person.email}
          onChange={(email) => change({ email })}
        />
        <RoleTicks ticked={person.roles} onChange={(ticked) => change({ roles: ticked })} />
        <SelectField
          id="unit"
          label={labels.things.unit}
          value={person.unitId ?? ''}
          choices={units.map(({ id, name }) => ({ value: id, words: name }))}
          onChange={(unitId) => change({ unitId: unitId === '' ? null : unitId })}
        />
        <div className="ticks">
          <Checkbox
            checked={person.inInspectionOffice ?? false}
            onChange={({ target }) => change({ inInspectionOffice: target.checked })}
          >
            {labels.addressees.inspectionOffice}
          </Checkbox>
          <Checkbox checked={person.isChief ?? false} onChange={({ target }) => change({ isChief: target.checked })}>
            {labels.addressees.chief}
          </Checkbox>
        </div>
        <Button isMain isSubmit isBusy={add.isPending}>
          {w.account.addPerson}
        </Button>
      </form>
    </div>
  );
}

interface TicksProps {
  readonly ticked: readonly Role[];
  readonly onChange: (ticked: Role[]) => void;
}

function RoleTicks({ ticked, onChange }: TicksProps) {
  const { w, labels } = useSpeech();
  return (
    <fieldset className="field" id="roles" tabIndex={-1}>
      <legend>{w.account.roles}</legend>
      <div className="ticks">
        {roles.map((role) => (
          <Checkbox
            key={role}
            checked={ticked.includes(role)}
            onChange={({ target }) =>
              onChange(roles.filter((known) => (known === role ? target.checked : ticked.includes(known))))
            }
          >
            {labels.roles[role]}
            {w.separator}
            {w.signIn.roleDoes[role]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
