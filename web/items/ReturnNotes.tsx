/** Why it came back, above everything else, for as long as it is to be answered: who, when, which measures, until when. */
import type { ItemDetail } from '../../api/contract.ts';
import { doerText } from '../../core/i18n/doer.ts';
import { localDate } from '../../core/time.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function ReturnNotes({ detail }: { readonly detail: ItemDetail }) {
  const { w, locale, sentenceDate, list } = useSpeech();
  const names = useNames();
  const { item } = detail;
  const last = item.state === 'inProgress' ? item.returns.at(-1) : undefined;
  const ofPlan = item.state === 'assigned' && item.plan === null ? item.planReturns.at(-1) : undefined;
  const number = (id: string) => String(item.measures.findIndex((measure) => measure.id === id) + 1);
  return (
    <>
      {last === undefined ? null : (
        <section className="note note-warn stack-8">
          <h2>{w.item.returned(doerText(last, locale, names.person), sentenceDate(localDate(last.at)))}</h2>
          <p style={{ whiteSpace: 'pre-line' }}>{last.reason}</p>
          <p>
            {w.item.returnedMeasures(list(last.measureIds.map(number)))} ·{' '}
            {w.item.returnedUntil(sentenceDate(last.dueOn))}
          </p>
        </section>
      )}
      {ofPlan === undefined ? null : (
        <section className="note note-warn stack-8">
          <h2>{w.item.planReturned(doerText(ofPlan, locale, names.person), sentenceDate(localDate(ofPlan.at)))}</h2>
          <p style={{ whiteSpace: 'pre-line' }}>{ofPlan.reason}</p>
        </section>
      )}
    </>
  );
}
