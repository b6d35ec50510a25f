/** Items × unit, handler, lead leader, as selects that the keyboard walks through. */
import { Checkbox } from 'antd';
import type { ItemRow } from '../../api/contract.ts';
import { chosenFor, type Assigned, type Choices } from './assigning.ts';
import { Said } from './Said.tsx';
import { unmatched, type Meaning } from './suggesting.ts';
import { handlersOf, leaders, unitsWithStaff } from '../people/choices.ts';
import type { Responsibility } from '../../core/round/notice.ts';
import { usePeople, useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';
import type { FormFault } from '../ui/faults.ts';
import { Choice } from '../ui/Field.tsx';

interface Props {
  readonly rows: readonly ItemRow[];
  readonly choices: Choices;
  readonly selected: readonly string[];
  readonly faults: readonly FormFault[];
  /** What the document says of who answers, for some of the rows. */
  readonly said: readonly Responsibility[];
  readonly meaning: Meaning;
  readonly select: (ids: readonly string[]) => void;
  readonly choose: (ids: readonly string[], part: Partial<Assigned>) => void;
}

export function AssignTable(props: Props) {
  const { rows, selected, select } = props;
  const { w, labels } = useSpeech();
  const { things } = labels;
  const isAll = selected.length === rows.length && rows.length > 0;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={w.wizard.selectAll}
                checked={isAll}
                indeterminate={selected.length > 0 && !isAll}
                onChange={() => select(isAll ? [] : rows.map(({ id }) => id))}
              />
            </th>
            {[things.number, things.finding, things.responsibleUnit, things.handler, things.leadLeader].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, choices, selected, faults, said, meaning, select, choose }: Props & { readonly row: ItemRow }) {
  const { w, labels } = useSpeech();
  const people = usePeople().data ?? [];
  const all = useUnits().data ?? [];
  const units = unitsWithStaff(all, people).map(({ id, name }) => ({ value: id, words: name }));
  const told = said.find(({ position }) => position === row.position);
  const nobody = told === undefined ? null : unmatched(told, meaning);
  const { unitId, handlerId, leadLeaderId } = chosenFor(row, choices);
  const fault = faults.find(({ field }) => field === `assign-${row.id}`);
  const label = (words: string) => `${row.number} ${words}`;
  const isSelected = selected.includes(row.id);
  return (
    <tr id={`assign-${row.id}`} tabIndex={-1}>
      <td>
        <Checkbox
          aria-label={w.wizard.select(row.number)}
          checked={isSelected}
          onChange={() => select(isSelected ? selected.filter((id) => id !== row.id) : [...selected, row.id])}
        />
      </td>
      <td className="nowrap">{row.number}</td>
      <td>
        {row.title}
        {told === undefined ? null : (
          <p>
            <Said said={told} />
          </p>
        )}
        {fault === undefined ? null : <p className="bad small">{fault.message}</p>}
      </td>
      <td className="select-cell">
        <Choice
          label={label(labels.things.responsibleUnit)}
          value={unitId}
          choices={units}
          onChange={(id) => choose([row.id], { unitId: id })}
        />
        <NotThere name={nobody?.unitId ?? null} />
      </td>
      <td className="select-cell">
        <Choice
          label={label(labels.things.handler)}
          value={handlerId}
          choices={handlersOf(people, unitId)}
          onChange={(id) => choose([row.id], { handlerId: id })}
        />
        <NotThere name={nobody?.handlerId ?? null} />
      </td>
      <td className="select-cell">
        <Choice
          label={label(labels.things.leadLeader)}
          value={leadLeaderId}
          choices={leaders(people)}
          onChange={(id) => choose([row.id], { leadLeaderId: id })}
        />
        <NotThere name={nobody?.leadLeaderId ?? null} />
      </td>
    </tr>
  );
}

/** A name of the document that nobody here has. */
function NotThere({ name }: { readonly name: string | null }) {
  const { w } = useSpeech();
  return name === null ? null : <p className="quiet small">{w.wizard.notThere(name)}</p>;
}
