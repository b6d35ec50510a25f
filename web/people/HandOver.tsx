/** What a person holds goes to others: chosen for all or one by one, looked at, pressed once. */
import { useCallback, useState } from 'react';
import { bodyOf, chosenForAll, placesIn, refusedIn, type Chosen } from './handing-over.ts';
import { fitting } from './choices.ts';
import { HeldItem, HeldUnit } from './HeldRow.tsx';
import type { HandedOver, Holdings } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { newCommandId } from '../ui/command-id.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { useHandOver } from '../mutations.ts';
import { usePeople } from '../queries.ts';
import { useSpeech } from '../words.ts';

interface Props {
  readonly personId: string;
  readonly held: Holdings;
}

export function HandOver({ personId, held }: Props) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const people = usePeople().data ?? [];
  const [chosen, setChosen] = useState<Chosen>({});
  const [reason, setReason] = useState('');
  const [commandId, setCommandId] = useState(newCommandId);
  const preview = useHandOver(personId, 'preview');
  const press = useHandOver(personId, 'press');
  const body = { ...bodyOf(held, chosen), reason, commandId };
  const isChosen = body.moves.length + body.units.length > 0;

  const { reset: resetPreview } = preview;
  const { reset: resetPress } = press;
  /** What was looked at is what is pressed: a change asks for another look, and is another press. */
  const changed = useCallback(() => {
    resetPreview();
    resetPress();
    setCommandId(newCommandId());
  }, [resetPreview, resetPress]);
  const choose = useCallback(
    (id: string, toId: string) => {
      setChosen((before) => ({ ...before, [id]: toId }));
      changed();
    },
    [changed],
  );
  const seen = preview.data ?? press.data;
  const refused = seen === undefined ? new Map<string, string>() : refusedIn(seen);
  const submit = async () => {
    await press.mutateAsync(body);
    preview.reset();
    setCommandId(newCommandId());
  };

  if (held.items.length + held.units.length === 0)
    return (
      <>
        <p>{w.handOver.holds(0)}</p>
        <Result done={press.data} say={w.handOver.done} />
      </>
    );
  const others = fitting(people, [], null).filter(({ value }) => value !== personId);
  return (
    <div className="form">
      <ErrorSummary faults={[...faultsOf(preview.error, speech), ...faultsOf(press.error, speech)]} />
      <p>{w.handOver.holds(held.items.length)}</p>
      <SelectField
        id="successor"
        label={w.handOver.all}
        hint={w.handOver.lead}
        value=""
        choices={others}
        onChange={(toId) => {
          setChosen({ ...chosen, ...chosenForAll(held, people, personId, toId) });
          changed();
        }}
      />
      <ul className="stack-8">
        {held.items.map((item) => (
          <HeldItem
            key={item.id}
            item={item}
            people={people}
            personId={personId}
            toId={chosen[item.id] ?? ''}
            refusal={refused.get(item.id)}
            onChoose={choose}
          />
        ))}
        {held.units.map((unit) => (
          <HeldUnit
            key={unit.id}
            unit={unit}
            choices={others}
            toId={chosen[unit.id] ?? ''}
            refusal={refused.get(unit.id)}
            onChoose={choose}
          />
        ))}
      </ul>
      <TextField
        id="reason"
        label={labels.fields.reason}
        hint={w.acts.hints.reason}
        rows={2}
        value={reason}
        onChange={(words) => {
          setReason(words);
          changed();
        }}
      />
      <Result done={preview.data} say={w.handOver.would} />
      <Result done={press.data} say={w.handOver.done} />
      <div className="row">
        {isChosen ? (
          <>
            <Button isBusy={preview.isPending} onClick={() => preview.mutate(body)}>
              {w.handOver.preview}
            </Button>
            {preview.data === undefined ? null : (
              <Button isMain isBusy={press.isPending} onClick={() => void submit().catch(() => undefined)}>
                {labels.acts.handOver}
              </Button>
            )}
          </>
        ) : (
          <span className="quiet">{w.handOver.nobodyChosen}</span>
        )}
      </div>
    </div>
  );
}

interface ResultProps {
  readonly done: HandedOver | undefined;
  readonly say: (places: number, mails: number) => string;
}

const Result = ({ done, say }: ResultProps) =>
  done === undefined ? null : <p role="status">{say(placesIn(done), done.mails)}</p>;
