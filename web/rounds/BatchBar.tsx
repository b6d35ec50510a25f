/** One choice for many items: unit, handler, lead leader, then "apply to selected". What is left open stays as it is. */
import { useState } from 'react';
import type { Assigned } from './assigning.ts';
import { handlersOf, leaders, unitsWithStaff } from '../people/choices.ts';
import { usePeople, useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';
import Button from '../ui/Button.tsx';
import { Choice } from '../ui/Field.tsx';

interface Props {
  readonly count: number;
  readonly apply: (part: Partial<Assigned>) => void;
}

const blank: Assigned = { unitId: '', handlerId: '', leadLeaderId: '' };

export function BatchBar({ count, apply }: Props) {
  const { w, labels } = useSpeech();
  const people = usePeople().data ?? [];
  const units = unitsWithStaff(useUnits().data ?? [], people).map(({ id, name }) => ({ value: id, words: name }));
  const [chosen, setChosen] = useState(blank);
  const set = (part: Partial<Assigned>) => setChosen((before) => ({ ...before, ...part }));
  const filled = Object.fromEntries(Object.entries(chosen).filter(([, id]) => id !== '')) as Partial<Assigned>;
  return (
    <div className="batch">
      <span aria-live="polite">{w.wizard.selected(count)}</span>
      <Choice
        label={labels.things.responsibleUnit}
        blank={labels.things.responsibleUnit}
        value={chosen.unitId}
        choices={units}
        onChange={(unitId) => set({ unitId, handlerId: '' })}
      />
      <Choice
        label={labels.things.handler}
        blank={labels.things.handler}
        value={chosen.handlerId}
        choices={handlersOf(people, chosen.unitId)}
        onChange={(handlerId) => set({ handlerId })}
      />
      <Choice
        label={labels.things.leadLeader}
        blank={labels.things.leadLeader}
        value={chosen.leadLeaderId}
        choices={leaders(people)}
        onChange={(leadLeaderId) => set({ leadLeaderId })}
      />
      <Button onClick={() => apply(filled)}>{w.wizard.applyAll}</Button>
    </div>
  );
}
