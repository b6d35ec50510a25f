/** "Why this date": from where it was counted, which days did not count, which extensions moved it. One tap on any date. */
import type { ReactNode } from 'react';
import type { DateExplanation } from '../../core/rules/calendar.ts';
import type { Extension } from '../../core/item/item.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { Popup } from '../ui/Popup.tsx';

interface Props {
  readonly why: DateExplanation | null;
  readonly extensions: readonly Extension[];
  readonly children: ReactNode;
}

export function Why({ why, extensions, children }: Props) {
  const { w } = useSpeech();
  if (why === null) return <>{children}</>;
  return (
    <Popup
      buttonClass="why-mark"
      title={w.item.why}
      side="left"
      button={
        <>
          {children}
          <span className="visually-hidden"> ({w.item.why})</span>
        </>
      }
    >
      <Explanation why={why} extensions={extensions} />
    </Popup>
  );
}

function Explanation({
  why,
  extensions,
}: {
  readonly why: DateExplanation;
  readonly extensions: readonly Extension[];
}) {
  const { w, labels, sentenceDate, list } = useSpeech();
  const names = useNames();
  const holidays = [...new Set(why.skipped.flatMap(({ holiday }) => (holiday === undefined ? [] : [holiday])))];
  return (
    <div className="why">
      <strong>{w.item.why}</strong>
      <dl>
        <dt>{w.item.whyFrom}</dt>
        <dd>{sentenceDate(why.from)}</dd>
        <dt>{labels.things.due}</dt>
        <dd>{sentenceDate(why.to)}</dd>
      </dl>
      <p>{w.item.whyDays(why.calendarDays, why.workingDays)}</p>
      {why.skipped.length === 0 ? null : (
        <p>
          {[w.item.whySkipped(why.skipped.length), ...(holidays.length === 0 ? [] : [list(holidays)])].join(w.colon)}
        </p>
      )}
      {extensions.map(({ from, until, by, at }) => (
        <p key={at}>{w.item.whyExtension(sentenceDate(from), sentenceDate(until), names.person(by))}</p>
      ))}
      {why.unknownYears.length === 0 ? null : (
        <p className="note-warn note">{w.round.unknownYears(list(why.unknownYears))}</p>
      )}
    </div>
  );
}
