/** What a rehearsal came to: the sums, to whom it climbs, what nobody can know yet, and each day with its people. */
import {
  heavyDays,
  type Rehearsal,
  type RehearsedDay,
  type RehearsedLetter,
  type UnsureDate,
} from '../../../core/round/rehearsal.ts';
import { useNames } from '../../queries.ts';
import { useSpeech } from '../../words.ts';

interface Props {
  readonly before: Rehearsal;
  readonly after: Rehearsal | null;
}

export function Outcome({ before, after }: Props) {
  const { w, labels, sentenceDate } = useSpeech();
  const words = w.rehearsal;
  const played = after ?? before;
  const { from, until, assumption, mails, people, letters, finished, items, undone, seconds } = played;
  return (
    <>
      <section className="card stack" aria-live="polite">
        <h2>{labels.assumptions[assumption]}</h2>
        <p>
          {sentenceDate(from)} → {sentenceDate(until)}
        </p>
        <ul>
          {after === null ? null : <li>{words.instead(after.mails, after.people, before.mails, before.people)}</li>}
          <li>{words.totals(mails, people, letters)}</li>
          <li>{words.heavyFrom(heavyDays(played).length, played.heavyFrom)}</li>
          <li>{words.ended(finished, items)}</li>
          {undone > 0 ? <li>{words.undone(undone)}</li> : null}
        </ul>
        <p className="small">{words.took(seconds)}</p>
      </section>
      <Escalated played={played} />
      <Unsure dates={played.unsure} />
      <section className="card stack">
        <h2>{labels.things.mails}</h2>
        {played.days.length === 0 ? <p>{words.nothing}</p> : <Days played={played} />}
      </section>
    </>
  );
}

/** A row a day, a column a person. */
function Days({ played }: { readonly played: Rehearsal }) {
  const { w, labels, tableDate } = useSpeech();
  const names = useNames();
  const heavy = new Set<RehearsedDay>(heavyDays(played));
  const days = Map.groupBy(played.days, ({ on }) => on);
  const people = [...new Set(played.days.map(({ personId }) => personId))].sort();
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{labels.things.person}</th>
            {people.map((id) => (
              <th key={id} scope="col" className="number-cell">
                {names.person(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="dense">
          {[...days].map(([on, ofDay]) => (
            <tr key={on}>
              <th scope="row">{tableDate(on)}</th>
              {people.map((id) => {
                const day = ofDay.find(({ personId }) => personId === id);
                const said = day === undefined ? '' : w.rehearsal.got(day.mails, day.letters);
                const isHeavy = day !== undefined && heavy.has(day);
                return (
                  <td key={id} className="number-cell">
                    {isHeavy ? <strong>{said}</strong> : said}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Escalated({ played }: { readonly played: Rehearsal }) {
  const { w, locale, sentenceDate } = useSpeech();
  const names = useNames();
  if (played.escalated.length === 0) return null;
  const days = Map.groupBy(played.escalated, ({ on }) => on);
  const nameOf = (letter: string) => played.letterNames[letter]?.[locale] ?? letter;
  return (
    <section className="card stack">
      <h2>{w.rehearsal.escalates}</h2>
      <dl className="facts-list">
        {[...days].map(([on, letters]) => (
          <div key={on} style={{ display: 'contents' }}>
            <dt>{sentenceDate(on)}</dt>
            <dd>
              <ul>
                {[...Map.groupBy(letters, keyOf).values()].map(([first, ...more]) =>
                  first === undefined ? null : (
                    <li key={keyOf(first)}>
                      {w.rehearsal.climbs(nameOf(first.letter), names.person(first.personId), more.length + 1)}
                    </li>
                  ),
                )}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const keyOf = ({ letter, personId }: RehearsedLetter): string => `${letter} ${personId}`;

function Unsure({ dates }: { readonly dates: readonly UnsureDate[] }) {
  const { w, labels, list } = useSpeech();
  if (dates.length === 0) return null;
  const years = [...new Set(dates.flatMap((date) => date.years))].sort();
  return (
    <p className="note note-warn">
      {w.rehearsal.unsureDates(w.rehearsal.unsure, dates.length)}
      {w.separator}
      {list(years)} {labels.unpublished}
    </p>
  );
}
