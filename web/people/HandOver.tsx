/** What a person holds goes to others: chosen for all or one by one, looked at, pressed once. */
import { useState } from 'react';
import { Link } from 'react-router';
import { bodyOf, chosenForAll, placesIn, refusedIn, successorsFor, type Chosen } from './handing-over.ts';
import { fitting } from './choices.ts';
import type { HandedOver, Holdings } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { newCommandId } from '../ui/command-id.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Choice, SelectField, TextField } from '../ui/Field.tsx';
import { useHandOver } from '../mutations.ts';
import { usePeople } from '../queries.ts';
import { useSpeech } from '../words.ts';

interface Props {
  readonly personId: string;
  readonly held: Holdings;
}

export function HandOver({ personId, held }: Props) {
  const speech = useSpeech();
  const { w, labels, list } = speech;
  const people = usePeople().data ?? [];
  const [chosen, setChosen] = useState<Chosen>({});
  const [reason, setReason] = useState('');
  const [commandId, setCommandId] = useState(newCommandId);
  const preview = useHandOver(personId, 'preview');
  const press = useHandOver(personId, 'press');
  const body = { ...bodyOf(held, chosen), reason, commandId };
  const isChosen = body.moves.length + body.units.length > 0;

  /** What was looked at is what is pressed: a change asks for another look, and is another press. */
  const change = (next: () => void) => {
    next();
    preview.reset();
    press.reset();
    setCommandId(newCommandId());
  };
  const choose = (id: string) => (toId: string) => change(() => setChosen({ ...chosen, [id]: toId }));
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
        onChange={(toId) => change(() => setChosen({ ...chosen, ...chosenForAll(held, people, personId, toId) }))}
      />
      <ul className="stack-8">
        {held.items.map((item) => (
          <li key={item.id} className="stack-8">
            <span>
              <Link to={`/items/${item.id}`}>
                {item.number} {item.title}
              </Link>{' '}
              <span className="quiet">{list(item.as.map((as) => labels.bindings[as]))}</span>
            </span>
            <Choice
              label={list([labels.fields.toId, item.number])}
              value={chosen[item.id] ?? ''}
              choices={successorsFor(people, item, personId)}
              onChange={choose(item.id)}
            />
            <Refusal message={refused.get(item.id)} />
          </li>
        ))}
        {held.units.map(({ id, name }) => (
          <li key={id} className="stack-8">
            <span>
              {name} <span className="quiet">{labels.things.liaison}</span>
            </span>
            <Choice
              label={list([labels.fields.toId, name])}
              value={chosen[id] ?? ''}
              choices={others}
              onChange={choose(id)}
            />
            <Refusal message={refused.get(id)} />
          </li>
        ))}
      </ul>
      <TextField
        id="reason"
        label={labels.fields.reason}
        hint={w.acts.hints.reason}
        rows={2}
        value={reason}
        onChange={(words) => change(() => setReason(words))}
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

const Refusal = ({ message }: { readonly message: string | undefined }) =>
  message === undefined ? null : <span className="fault">{message}</span>;

interface ResultProps {
  readonly done: HandedOver | undefined;
  readonly say: (places: number, mails: number) => string;
}

const Result = ({ done, say }: ResultProps) =>
  done === undefined ? null : <p role="status">{say(placesIn(done), done.mails)}</p>;
