/** Whose turn it is: the party, by name where it is one person, the act that is awaited and since when. */
import type { ItemRow } from '../../api/contract.ts';
import { daysBetween, localDate } from '../../core/time.ts';
import { useNames } from '../queries.ts';
import { today, useSpeech } from '../words.ts';

type Turned = Pick<ItemRow, 'waitingOn' | 'unitId' | 'handlerId' | 'leadLeaderId'>;

export function WhoseTurn({ row, hasSince = false }: { readonly row: Turned; readonly hasSince?: boolean }) {
  const { w, labels } = useSpeech();
  const names = useNames();
  const { waitingOn } = row;
  if (waitingOn === null) return <span className="quiet">{labels.nothing}</span>;
  const who =
    waitingOn.party === 'unit'
      ? [names.unit(row.unitId), names.person(row.handlerId)]
      : waitingOn.party === 'leadLeader'
        ? [labels.parties.leadLeader, names.person(row.leadLeaderId)]
        : [labels.parties[waitingOn.party]];
  const act = waitingOn.act === null ? [] : [labels.acts[waitingOn.act]];
  const since =
    !hasSince || waitingOn.since === null
      ? ''
      : `${w.item.since(Math.max(0, daysBetween(localDate(waitingOn.since), today())))}`;
  return (
    <span>
      {who.filter((part) => part !== '').join(' ')} {act.length === 0 ? null : <span className="nowrap">{act}</span>}
      {since === '' ? null : <span className="quiet"> · {since}</span>}
    </span>
  );
}
