/** Whose turn it is: the party, by name where it is one person or some units, the act that is awaited and since when. */
import type { ItemRow } from '../../api/contract.ts';
import { daysBetween, localDate } from '../../core/time.ts';
import { useNames } from '../queries.ts';
import { today, useSpeech } from '../words.ts';

type Turned = Pick<ItemRow, 'turn' | 'unitId'>;

export function WhoseTurn({ row, hasSince = false }: { readonly row: Turned; readonly hasSince?: boolean }) {
  const { w, labels } = useSpeech();
  const names = useNames();
  const { turn } = row;
  if (turn === null) return <span className="quiet">{labels.nothing}</span>;
  const party = turn.party === 'unit' ? names.unit(row.unitId) : labels.parties[turn.party];
  const who = [
    party,
    ...(turn.personId === null ? [] : [names.person(turn.personId)]),
    ...turn.unitIds.map((unitId) => names.unit(unitId)),
  ];
  const act = turn.act === null ? [] : [labels.acts[turn.act]];
  const since =
    !hasSince || turn.since === null ? '' : `${w.item.since(Math.max(0, daysBetween(localDate(turn.since), today())))}`;
  return (
    <span>
      {who.filter((part) => part !== '').join(' ')} {act.length === 0 ? null : <span className="nowrap">{act}</span>}
      {since === '' ? null : <span className="quiet"> · {since}</span>}
    </span>
  );
}
