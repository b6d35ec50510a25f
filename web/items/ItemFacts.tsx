/** The dates of an item with all that moved them, the people who carry it, and its letters. */
import type { ItemDetail } from '../../api/contract.ts';
import { judgedBy } from '../../core/item/item-dates.ts';
import { useNames, usePeople } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { Why } from './Why.tsx';

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
  const { w, labels, sentenceDate } = useSpeech();
  const { item } = detail;
  const dates = [
    { words: labels.things.signDue, why: 'signDue' as const, date: item.signature === null ? item.signDueOn : null },
    { words: labels.things.planDue, why: 'planDue' as const, date: item.plan === null ? item.planDueOn : null },
    { words: labels.things.firstDue, why: null, date: item.dueOn === item.firstDueOn ? null : item.firstDueOn },
    { words: labels.things.due, why: judgedBy(item), date: detail.dueOn },
  ];
  const shown = dates.flatMap(({ date, ...rest }) => (date === null ? [] : [{ ...rest, date }]));
  if (shown.length === 0) return null;
  return (
    <section className="card stack-8">
      <h2>{w.item.dates}</h2>
      <dl className="facts-list">
        {shown.map(({ words, why, date }) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt>{words}</dt>
            <dd className="date">
              {why === null ? (
                <s>{sentenceDate(date)}</s>
              ) : (
                <Why itemId={detail.id} date={why}>
                  {sentenceDate(date)}
                </Why>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {item.extensionRequest === null ? null : (
        <p className="note">{w.item.extensionAsked(sentenceDate(item.extensionRequest.until))}</p>
      )}
      {item.pauseRequest === null ? null : (
        <p className="note">{w.item.pauseAsked(sentenceDate(item.pauseRequest.until))}</p>
      )}
      {item.pause === null ? null : (
        <p className="note">{w.item.paused(sentenceDate(item.pause.until), item.pause.reason)}</p>
      )}
      {item.grade === null ? null : (
        <p className="quiet">
          {[
            `${labels.fields.grade}${w.colon}${labels.grades[item.grade]}`,
            ...item.sources.map((source) => labels.sources[source]),
          ].join(w.separator)}
        </p>
      )}
      {item.dueIsFixed ? <p className="quiet">{w.item.dueIsFixed}</p> : null}
      {detail.escalationLevel === 0 ? null : <p className="quiet">{w.item.escalation(detail.escalationLevel)}</p>}
      {detail.isBroken ? (
        <p className="note note-bad" role="alert">
          {detail.chainVerified ? labels.faultKinds.broken : labels.chain.broken}
          {w.stop} {w.item.tellOffice}
        </p>
      ) : null}
    </section>
  );
}

function People({ detail }: { readonly detail: ItemDetail }) {
  const { labels } = useSpeech();
  const names = useNames();
  const people = usePeople().data;
  if (detail.unitId === null) return null;
  const phone = (id: string | null) => people?.find((person) => person.id === id)?.phone ?? null;
  const lines = [
    { words: labels.things.handler, id: detail.handlerId },
    { words: labels.things.leadLeader, id: detail.leadLeaderId },
  ];
  return (
    <section className="card stack-8">
      <h2>{labels.things.people}</h2>
      <dl className="facts-list">
        <dt>{labels.things.responsibleUnit}</dt>
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
  const { w, labels, dateTime, locale } = useSpeech();
  if (detail.letters.length === 0) return null;
  return (
    <section className="card stack-8">
      <h2>{labels.things.letters}</h2>
      <ul>
        {detail.letters.map(({ seq, name, year, number, issuedAt, sendAt, voidBecause }) => (
          <li key={seq} className="spread">
            <span>
              {year === null || number === null ? (
                name[locale]
              ) : (
                <a href={`/api/items/${detail.id}/letters/${seq}?lang=${locale}`} download>
                  {name[locale]} {w.item.letterNumber(year, number)}
                </a>
              )}
              {voidBecause === null ? null : (
                <span className="quiet small">
                  {w.separator}
                  {w.item.voidLetter}
                  {w.separator}
                  {labels.skipReasons[voidBecause]}
                </span>
              )}
            </span>
            <time className="quiet small">{dateTime(issuedAt ?? sendAt)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
