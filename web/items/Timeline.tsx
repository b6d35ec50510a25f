/** The whole life of an item, newest first: what lies ahead in grey on top, then each fact with who, when, words and mails. */
import { useEffect, useState } from 'react';
import type { ItemDetail } from '../../api/contract.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { eventText } from '../../core/i18n/catalogue.ts';
import { doerText } from '../../core/i18n/doer.ts';
import { mailTroubleText } from '../../core/i18n/mail-trouble.ts';
import { localDate } from '../../core/time.ts';
import { useNames } from '../queries.ts';
import { useSpeech, type Speech } from '../words.ts';

/** What only shows that somebody is at work; hidden in the short view, never in the full one. */
const minor: readonly ItemEvent['type'][] = ['reminded', 'progressReported', 'progressRecorded', 'evidenceAdded'];
const aheadShown = 3;

export function Timeline({ detail }: { readonly detail: ItemDetail }) {
  const { w, labels } = useSpeech();
  const [isAll, setAll] = useState(true);
  const events = detail.events.filter(({ type }) => isAll || !minor.includes(type)).reverse();
  return (
    <section className="card stack">
      <div className="spread">
        <h2>{labels.things.timeline}</h2>
        <span className="segmented no-print" role="group" aria-label={labels.things.timeline}>
          <button type="button" aria-pressed={!isAll} onClick={() => setAll(false)}>
            {w.item.key}
          </button>
          <button type="button" aria-pressed={isAll} onClick={() => setAll(true)}>
            {w.all}
          </button>
        </span>
      </div>
      <Ahead detail={detail} />
      <ol className="timeline">
        {events.map((event) => (
          <Event key={event.seq} event={event} detail={detail} />
        ))}
      </ol>
      {detail.chainVerified ? <p className="quiet small">✓ {labels.chain.intact}</p> : null}
    </section>
  );
}

/** The next steps of the clock. All of them are there; those far ahead are folded, because the past is what people look for. */
function Ahead({ detail }: { readonly detail: ItemDetail }) {
  const { w } = useSpeech();
  const steps = detail.stepsAhead;
  if (steps.length === 0) return null;
  const line = (near: number, far: number) => (
    <ol className="timeline">
      {steps
        .slice(near, far)
        .reverse()
        .map((step) => (
          <Step key={step.at + step.kind + step.level} step={step} />
        ))}
    </ol>
  );
  return (
    <div>
      {steps.length <= aheadShown ? null : (
        <details>
          <summary className="quiet">{w.item.aheadMore(steps.length - aheadShown)}</summary>
          {line(aheadShown, steps.length)}
        </details>
      )}
      {line(0, aheadShown)}
    </div>
  );
}

function Step({ step }: { readonly step: ItemDetail['stepsAhead'][number] }) {
  const { labels, listDate, locale } = useSpeech();
  const kinds: Partial<Record<string, string>> = labels.mailLines;
  return (
    <li className="ahead">
      <time dateTime={step.at}>{listDate(localDate(step.at))}</time> {kinds[step.kind] ?? step.kind}
      {step.letter === null ? '' : ` · ${step.letter[locale]}`}
      {step.unknownYears.length === 0 ? '' : ` · ${labels.unpublished}`}
    </li>
  );
}

/** Whoever comes from a sentence about a fact is led to it. */
function useLedTo(id: string): boolean {
  const isMeant = location.hash === `#${id}`;
  useEffect(() => {
    if (isMeant) document.getElementById(id)?.scrollIntoView({ block: 'center' });
  }, [id, isMeant]);
  return isMeant;
}

function Event({ event, detail }: { readonly event: ItemEvent; readonly detail: ItemDetail }) {
  const { labels, locale, dateTime } = useSpeech();
  const names = useNames();
  const letter = (kind: string) => detail.letters.find((one) => one.kind === kind)?.name[locale] ?? kind;
  const measure = (id: string) => /^m(\d+)$/.exec(id)?.[1] ?? id;
  const who = event.by === null ? labels.things.byClock : doerText(event, locale, names.person);
  const id = `event-${event.seq}`;
  const isMeant = useLedTo(id);
  const place = event.type === 'escalated' ? 'late' : event.by === null ? 'by-clock' : '';
  return (
    <li className={isMeant ? `${place} led-to` : place} id={id}>
      <p>
        <time dateTime={event.at}>{dateTime(event.at)}</time> <strong>{who}</strong>
      </p>
      <p style={{ whiteSpace: 'pre-line' }}>{eventText(event, locale, { ...names, measure, letter })}</p>
      <Receipts mails={detail.mails.filter(({ seq }) => seq === event.seq)} />
    </li>
  );
}

function Receipts({ mails }: { readonly mails: ItemDetail['mails'] }) {
  const speech = useSpeech();
  const { w, labels, list, dateTime } = speech;
  const names = useNames();
  const states = [...new Set(mails.map(({ state }) => state))];
  return states.map((state) => {
    const ofState = mails.filter((mail) => mail.state === state);
    const people = [...new Set(ofState.map(({ personId }) => names.person(personId)))];
    const when = ofState[0]?.sentAt ?? ofState[0]?.sendAt;
    const reason = ofState.map((mail) => reasonOf(mail, speech)).find((said) => said !== null);
    return (
      <p key={state} className="quiet small">
        ✉ {w.item.mailTo(list(people))} · {labels.mailStates[state]}
        {when === undefined || state === 'skipped' ? '' : ` ${dateTime(when)}`}
        {reason === undefined ? '' : ` · ${reason}`}
      </p>
    );
  });
}

/** Why a line was dropped, or why its mail has not left; null when nothing is wrong. */
function reasonOf({ skipped, trouble }: ItemDetail['mails'][number], { labels, locale }: Speech): string | null {
  if (skipped !== null) return labels.skipReasons[skipped];
  return trouble === null ? null : mailTroubleText(trouble, locale);
}
