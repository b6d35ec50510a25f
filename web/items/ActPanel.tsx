/** What this person may do now: the next act filled, the others outlined, and plain words where there is nothing to do. */
import type { ItemDetail } from '../../api/contract.ts';
import type { Policy } from '../../core/rules/policy.ts';
import { orderedActs } from './next-act.ts';
import { useSpeech } from '../words.ts';
import Button from '../ui/Button.tsx';
import { WhoseTurn } from './WhoseTurn.tsx';
import type { CommandType } from '../../core/item/acts.ts';

interface Props {
  readonly detail: ItemDetail;
  readonly policy: Policy;
  readonly isPhone: boolean;
  readonly open: (act: CommandType) => void;
}

export function ActPanel({ detail, policy, isPhone, open }: Props) {
  const { w, labels } = useSpeech();
  const { main, others } = orderedActs({ ...detail, policy });
  const shown = isPhone ? others : [...(main === null ? [] : [main]), ...others];
  if (isPhone && shown.length === 0) return null;
  return (
    <section className="card stack-8 no-print" aria-label={w.item.actsTitle}>
      <h2>{isPhone && main !== null ? w.item.otherActs : w.item.actsTitle}</h2>
      {main === null && detail.turn !== null ? (
        <p>
          {labels.things.waitingOn}
          {w.colon}
          <WhoseTurn row={detail} />
        </p>
      ) : null}
      {main === null && detail.turn === null ? <p>{w.item.noTurn}</p> : null}
      {shown.length === 0 ? <p className="quiet">{w.item.noActs}</p> : null}
      <div className="acts">
        {shown.map((act) => (
          <Button key={act} isMain={act === main} onClick={() => open(act)}>
            {labels.acts[act]}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** On a phone the next act and its twin lie under the thumb. */
export function ActBar({ detail, policy, open }: Omit<Props, 'isPhone'>) {
  const { labels } = useSpeech();
  const { main } = orderedActs({ ...detail, policy });
  if (main === null) return null;
  return (
    <div className="bar act-bar no-print">
      <Button isMain onClick={() => open(main)}>
        {labels.acts[main]}
      </Button>
    </div>
  );
}
