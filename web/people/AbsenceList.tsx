/** Who is away and who stands in: one's own, or as an admin everybody's. */
import { useState } from 'react';
import type { ListedAbsence } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { presentPeople } from './choices.ts';
import { usePerson } from '../home.tsx';
import { useEndAbsence, useEnterAbsence } from '../mutations.ts';
import { useAbsences, useNames, usePeople } from '../queries.ts';
import { today, useSpeech } from '../words.ts';
import { china } from '../../core/rules/china.ts';

/** @param forOthers an admin names who is away */
export function AbsenceList({ forOthers = false }: { readonly forOthers?: boolean }) {
  const { w } = useSpeech();
  return (
    <section className="card stack">
      <h2>{w.absence.title}</h2>
      <p className="quiet">{w.absence.lead}</p>
      <Loaded query={useAbsences()} lines={2}>
        {(absences) => (
          <ul className="stack-8">
            {absences.map((absence) => (
              <Line key={absence.id} absence={absence} />
            ))}
          </ul>
        )}
      </Loaded>
      <EnterAbsence forOthers={forOthers} />
    </section>
  );
}

function Line({ absence }: { readonly absence: ListedAbsence }) {
  const speech = useSpeech();
  const { w, labels, tableDate } = speech;
  const names = useNames();
  const person = usePerson();
  const end = useEndAbsence(absence.id);
  const [fault] = faultsOf(end.error, speech);
  const { personId, substituteId, from, to, reason, isInForce, isSubstituteAway } = absence;
  const mayEnd = personId === person.id || person.roles.includes('admin');
  const said = isSubstituteAway ? labels.absence.substituteAway : isInForce ? labels.absence.inForce : null;
  return (
    <li className="spread">
      <span>
        {w.absence.line(names.person(personId), names.person(substituteId), tableDate(from), tableDate(to))}{' '}
        <span className="quiet small">{reason}</span>
        {said === null ? null : (
          <>
            {' '}
            <strong className={isSubstituteAway ? 'bad small' : 'small'}>{said}</strong>
          </>
        )}
        {fault === undefined ? null : <span className="fault"> {fault.message}</span>}
      </span>
      {mayEnd ? (
        <Button isText className="plain-act" isBusy={end.isPending} onClick={() => end.mutate()}>
          {w.absence.end}
        </Button>
      ) : null}
    </li>
  );
}

function EnterAbsence({ forOthers }: { readonly forOthers: boolean }) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const people = presentPeople(usePeople().data ?? []);
  const own = usePerson().id;
  const enter = useEnterAbsence();
  const [personId, setPerson] = useState('');
  const [substituteId, setSubstitute] = useState('');
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const absentId = forOthers ? personId : own;
  const submit = () =>
    enter.mutate(
      { personId: absentId, substituteId, from, to, reason },
      { onSuccess: () => [setPerson, setSubstitute, setTo, setReason].forEach((clear) => clear('')) },
    );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary faults={faultsOf(enter.error, speech)} />
      {forOthers ? (
        <SelectField id="absent" label={w.absence.who} value={personId} choices={people} onChange={setPerson} />
      ) : null}
      <SelectField
        id="substitute"
        label={labels.things.substitute}
        value={substituteId}
        choices={people.filter(({ value }) => value !== absentId)}
        onChange={setSubstitute}
      />
      <DateField id="absent-from" label={labels.absence.from} value={from} calendar={china} onChange={setFrom} />
      <DateField id="absent-to" label={labels.absence.to} value={to} calendar={china} onChange={setTo} />
      <TextField id="absent-reason" label={labels.fields.reason} value={reason} onChange={setReason} />
      <Button isSubmit isBusy={enter.isPending}>
        {w.absence.enter}
      </Button>
    </form>
  );
}
