/** The answer to "what is it, whose turn is it, by when" in one line. After an act the focus comes here and the line is read out. */
import { useEffect, useRef } from 'react';
import type { ItemDetail } from '../../api/contract.ts';
import { judgedBy } from '../../core/item/item-dates.ts';
import { useSpeech } from '../words.ts';
import { Due } from './Due.tsx';
import { LightMark } from './LightMark.tsx';
import { isTurnLate } from './todo-groups.ts';
import { WhoseTurn } from './WhoseTurn.tsx';
import { Why } from './Why.tsx';

interface Props {
  readonly detail: ItemDetail;
  /** The words of the act that was just done, or null. */
  readonly receipt: string | null;
}

export function StatusLine({ detail, receipt }: Props) {
  const { w, labels } = useSpeech();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (receipt !== null) box.current?.focus();
  }, [receipt, detail.item.seq]);
  const { turn, light, state, dueOn } = detail;
  return (
    <section className={`status status-${light}`} ref={box} tabIndex={-1} aria-live="polite">
      <span className="row-16">
        <LightMark light={light} state={state} />
        {light === 'done' ? null : <strong>{labels.states[state]}</strong>}
      </span>
      {turn === null || turn.act === null || turn.dueOn === null || turn.dueOn === dueOn ? null : (
        <span>
          <span className="quiet">{labels.acts[turn.act]} </span>
          <Why itemId={detail.id} date="turn">
            <Due dueOn={turn.dueOn} workingDaysLeft={turn.workingDaysLeft} isLate={isTurnLate(turn)} />
          </Why>
        </span>
      )}
      {dueOn === null || light === 'done' ? null : (
        <span>
          <span className="quiet">{labels.things.itemDue} </span>
          <Why itemId={detail.id} date={judgedBy(detail.item)}>
            <Due dueOn={dueOn} workingDaysLeft={detail.workingDaysLeft} isLate={light === 'red'} />
          </Why>
        </span>
      )}
      {turn === null ? null : (
        <span>
          {turn.isMine ? (
            <strong>{labels.things.yourTurn}</strong>
          ) : (
            <>
              <span className="quiet">{labels.things.waitingOn} </span>
              <WhoseTurn row={detail} hasSince />
            </>
          )}
        </span>
      )}
      {receipt === null ? null : <span className="receipt">✓ {w.item.done(receipt)}</span>}
    </section>
  );
}
