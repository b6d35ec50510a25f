/** One item of a list as one link: light, what it is, the act that is wanted, by when. */
import { Link } from 'react-router';
import type { ItemRow } from '../../api/contract.ts';
import { inPlaceOf } from '../in-place-of.ts';
import { isLate } from './todo-groups.ts';
import { useNames } from '../queries.ts';
import { useSpeech, type Speech } from '../words.ts';
import { BrokenMark } from './BrokenMark.tsx';
import { Due } from './Due.tsx';
import { LightMark } from './LightMark.tsx';

interface Props {
  readonly row: ItemRow;
  /** The verb wanted from me, or the state where nothing is. */
  readonly verb: string;
  readonly isWanted: boolean;
  /** In whose place it is listed. */
  readonly absentId?: string | null;
}

export function ItemRowLink({ row, verb, isWanted, absentId = null }: Props) {
  const names = useNames();
  return (
    <Link className="item-row" to={inPlaceOf(`/items/${row.id}`, absentId)}>
      <LightMark light={row.light} state={row.state} />
      <span className="what-box">
        <span className="what">
          <span className="number">{row.number}</span> {row.title}
        </span>
        <BrokenMark row={row} />
        <span className="unit">{names.unit(row.unitId)}</span>
      </span>
      <span className={isWanted ? 'verb is-wanted' : 'verb quiet'}>{verb}</span>
      <span className="due">
        {row.turn === null || row.turn.dueOn === null ? null : (
          <Due dueOn={row.turn.dueOn} workingDaysLeft={row.turn.workingDaysLeft} isLate={isLate(row)} />
        )}
      </span>
    </Link>
  );
}

/** What came back says so before anything else. */
function verbOf({ turn, state, isReturned }: ItemRow, { w, labels }: Speech): string {
  const verb = turn?.isMine === true && turn.act !== null ? labels.acts[turn.act] : labels.states[state];
  return isReturned ? `${labels.mailLines.returned}${w.separator}${verb}` : verb;
}

interface RowsProps {
  readonly rows: readonly ItemRow[];
  readonly absentId?: string;
}

export function ItemRows({ rows, absentId }: RowsProps) {
  const speech = useSpeech();
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <ItemRowLink
            row={row}
            verb={verbOf(row, speech)}
            absentId={absentId ?? null}
            isWanted={row.turn?.isMine === true && row.turn.act !== null}
          />
        </li>
      ))}
    </ul>
  );
}
