/** The answer to "what is it, whose turn is it, by when" in one line. After an act the focus comes here and the line is read out. */
import { useEffect, useRef } from 'react';
import type { ItemDetail } from '../../api/contract.ts';
import { useSpeech } from '../words.ts';
import { Due } from './Due.tsx';
import { LightMark } from './LightMark.tsx';
import { WhoseTurn } from './WhoseTurn.tsx';
import { Why } from './Why.tsx';

interface Props {
  readonly detail: ItemDetail;
  /** The words of the act that was just done, or null. */
  readonly receipt: string | null;
}

export function StatusLine({ detail, receipt }: Props) {
  const { w, labels, listDate } = useSpeech();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (receipt !== null) box.current?.focus();
  }, [receipt, detail.item.seq]);
  const { waitingOn, light, state, acts } = detail;
  const isMine = waitingOn !== null && waitingOn.act !== null && acts.includes(waitingOn.act);
  // The date of the awaited act comes before that of the whole.
  const near =
    waitingOn?.act === 'signFor'
      ? { words: labels.things.signDue, date: detail.item.signDueOn }
      : waitingOn?.act === 'submitPlan'
        ? { words: labels.things.planDue, date: detail.item.planDueOn }
        : null;
  return (
    <section className={`status status-${light}`} ref={box} tabIndex={-1} aria-live="polite">
      <span className="row-16">
        <LightMark light={light} state={state} />
        {light === 'done' ? null : <strong>{labels.states[state]}</strong>}
      </span>
      {near === null || near.date === null ? null : (
        <span>
          <span className="quiet">{near.words} </span>
          <strong className="nowrap">{listDate(near.date)}</strong>
        </span>
      )}
      {detail.dueOn === null || light === 'done' ? null : (
        <span>
          <span className="quiet">{labels.things.due} </span>
          <Why why={detail.why} extensions={detail.item.extensions}>
            <Due dueOn={detail.dueOn} workingDaysLeft={detail.workingDaysLeft} isLate={light === 'red'} />
          </Why>
        </span>
      )}
      {waitingOn === null ? null : (
        <span>
          {isMine ? (
            <strong>{w.item.yourTurn}</strong>
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
