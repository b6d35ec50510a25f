/** The dates of an item with all that moved them, the people who carry it, and its letters. */
import type { ItemDetail } from '../../api/contract.ts';
import { useNames, usePeople } from '../queries.ts';
import { useSpeech } from '../words/index.ts';

export function ItemFacts({ detail }: { readonly detail: ItemDetail }) {
  return (
    <>
      <Dates detail={detail} />
      <People detail={detail} />
      <Letters detail={detail} />
    </>
  );
}

function Dates({ detail }: { readonly detail: ItemDetail }) {
  const { w, sentenceDate } = useSpeech();
  const { item } = detail;
  const dates = [
    { words: w.item.signDue, date: item.signature === null ? item.signDueOn : null },
    { words: w.item.planDue, date: item.plan === null ? item.planDueOn : null },
    { words: w.item.firstDue, date: item.dueOn === item.firstDueOn ? null : item.firstDueOn },
    { words: w.item.due, date: detail.dueOn },
  ];
  const shown = dates.flatMap(({ words, date }) => (date === null ? [] : [{ words, date }]));
  if (shown.length === 0) return null;
  return (
    <section className="card stack-8">
      <h2>{w.item.dates}</h2>
      <dl className="facts-list">
        {shown.map(({ words, date }) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt>{words}</dt>
            <dd className="date">{words === w.item.firstDue ? <s>{sentenceDate(date)}</s> : sentenceDate(date)}</dd>
          </div>
        ))}
      </dl>
      {item.extensionRequest === null ? null : (
        <p className="note">{w.item.extensionAsked(sentenceDate(item.extensionRequest.until))}</p>
      )}
      {detail.escalationLevel === 0 ? null : <p className="quiet">{w.item.escalation(detail.escalationLevel)}</p>}
      {detail.chainVerified ? null : (
        <p className="note note-bad" role="alert">
          {w.item.chainBroken}
        </p>
      )}
    </section>
  );
}

function People({ detail }: { readonly detail: ItemDetail }) {
  const { w } = useSpeech();
  const names = useNames();
  const people = usePeople().data;
  if (detail.unitId === null) return null;
  const phone = (id: string | null) => people?.find((person) => person.id === id)?.phone ?? null;
  const lines = [
    { words: w.item.handler, id: detail.handlerId },
    { words: w.item.leadLeader, id: detail.leadLeaderId },
  ];
  return (
    <section className="card stack-8">
      <h2>{w.item.people}</h2>
      <dl className="facts-list">
        <dt>{w.item.unit}</dt>
        <dd>{names.unit(detail.unitId)}</dd>
        {lines.map(({ words, id }) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt>{words}</dt>
            <dd>
              {names.person(id)}
              {phone(id) === null ? null : (
                <>
                  {' '}
                  <a className="nowrap" href={`tel:${phone(id)}`}>
                    {phone(id)}
                  </a>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Letters({ detail }: { readonly detail: ItemDetail }) {
  const { w, labels, dateTime } = useSpeech();
  if (detail.letters.length === 0) return null;
  return (
    <section className="card stack-8">
      <h2>{w.item.letters}</h2>
      <ul>
        {detail.letters.map(({ seq, kind, year, number, issuedAt }) => (
          <li key={seq} className="spread">
            <span>
              {labels.letters[kind]} {w.item.letterNumber(year, number)}
            </span>
            <time className="quiet small">{dateTime(issuedAt)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
