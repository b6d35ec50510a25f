/** A thing that a person holds, and who takes it. Drawn again for its own choice alone: there may be hundreds of them. */
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { successorsFor } from './handing-over.ts';
import type { Holdings, ListedPerson } from '../../api/contract.ts';
import { Choice } from '../ui/Field.tsx';
import { useSpeech } from '../words.ts';

interface Held {
  /** Who is chosen; empty for nobody. */
  readonly toId: string;
  /** Why it is not handed over. */
  readonly refusal: string | undefined;
  readonly onChoose: (id: string, toId: string) => void;
}

interface ItemProps extends Held {
  readonly item: Holdings['items'][number];
  readonly people: readonly ListedPerson[];
  readonly personId: string;
}

export const HeldItem = memo(function HeldItem({ item, people, personId, ...held }: ItemProps) {
  const { labels, list } = useSpeech();
  const { id, number, title, as } = item;
  return (
    <Row {...held} id={id} name={number} choices={successorsFor(people, item, personId)}>
      <Link to={`/items/${id}`}>
        {number} {title}
      </Link>{' '}
      <span className="quiet">{list(as.map((one) => labels.bindings[one]))}</span>
    </Row>
  );
});

type Choices = ReturnType<typeof successorsFor>;

interface UnitProps extends Held {
  readonly unit: Holdings['units'][number];
  readonly choices: Choices;
}

export function HeldUnit({ unit: { id, name }, ...held }: UnitProps) {
  const { labels } = useSpeech();
  return (
    <Row {...held} id={id} name={name}>
      {name} <span className="quiet">{labels.things.liaison}</span>
    </Row>
  );
}

interface RowProps extends Held {
  readonly id: string;
  readonly name: string;
  readonly choices: Choices;
  readonly children: ReactNode;
}

function Row({ id, name, choices, toId, refusal, onChoose, children }: RowProps) {
  const { labels, list } = useSpeech();
  return (
    <li className="stack-8">
      <span>{children}</span>
      <Choice
        label={list([labels.fields.toId, name])}
        value={toId}
        choices={choices}
        onChange={(chosen) => onChoose(id, chosen)}
      />
      {refusal === undefined ? null : <span className="fault">{refusal}</span>}
    </li>
  );
}
