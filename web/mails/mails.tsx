/** The mail log: whom nothing reaches first, then what waits for its slot, then what was sent. */
import { useState } from 'react';
import type { MailPage, MailRow } from '../../api/contract.ts';
import type { Catalogue } from '../../core/i18n/catalogue.ts';
import { mailTroubleText } from '../../core/i18n/mail-trouble.ts';
import { faultsOf } from '../ui/faults.ts';
import { useSendMailsAgain, useSendMailsNow } from '../mutations.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useMails, useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function MailsPage() {
  const { w } = useSpeech();
  const [isConfirming, setConfirming] = useState(false);
  const mails = useMails();
  const waiting = mails.data?.waiting ?? [];
  if (isConfirming && waiting.length > 0) return <Confirm waiting={waiting} leave={() => setConfirming(false)} />;
  return (
    <div className="page stack">
      <PageHead title={w.mails.title} facts={w.mails.lead}>
        {waiting.length > 0 ? (
          <Button isMain onClick={() => setConfirming(true)}>
            {w.mails.sendNow}
          </Button>
        ) : null}
      </PageHead>
      <Loaded query={mails} lines={6}>
        {(page) => <Log page={page} />}
      </Loaded>
    </div>
  );
}

interface ConfirmProps {
  readonly waiting: MailPage['waiting'];
  readonly leave: () => void;
}

/** Mails cannot be called back: a page of its own says in numbers what will leave. */
function Confirm({ waiting, leave }: ConfirmProps) {
  const speech = useSpeech();
  const { w } = speech;
  const send = useSendMailsNow();
  const lines = waiting.reduce((sum, slot) => sum + slot.lines, 0);
  const faults = faultsOf(send.error, speech);
  return (
    <div className="page page-narrow stack">
      <PageHead title={w.mails.sendNow} />
      <ErrorSummary faults={faults} />
      <section className="card stack">
        <p>{w.mails.confirm(lines, waiting.length)}</p>
        <div className="row">
          <Button isMain isBusy={send.isPending} onClick={() => send.mutate(undefined, { onSuccess: leave })}>
            {w.mails.doSend}
          </Button>
          <Button onClick={leave}>{w.mails.keep}</Button>
        </div>
      </section>
    </div>
  );
}

function Log({ page }: { readonly page: MailPage }) {
  const { w, dateTime } = useSpeech();
  return (
    <>
      {page.mayHaveDoubled === 0 ? null : <p className="card">{w.mails.doubled(page.mayHaveDoubled)}</p>}
      {page.unreached.length === 0 ? null : (
        <section className="card stack-8">
          <h2>{w.mails.unreached(page.unreached.length)}</h2>
          <p className="quiet">{w.mails.unreachedLead}</p>
          <ul className="stack-8">
            {page.unreached.map((one) => (
              <Unreached key={one.personId} of={one} />
            ))}
          </ul>
        </section>
      )}
      {page.waiting.length === 0 ? null : (
        <section className="card stack-8">
          <h2>{w.mails.waiting}</h2>
          <ul>
            {page.waiting.map(({ slot, lines }) => (
              <li key={slot} className="spread">
                <time dateTime={slot}>{dateTime(slot)}</time>
                <span>{w.mails.waitingRow(lines)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.mails.length === 0 ? <p className="card">{w.mails.empty}</p> : null}
      {page.mails.length === 0 ? null : <MailTable mails={page.mails} />}
    </>
  );
}

/** Whom nothing reaches: why, and once the address is mended, all of it again. */
function Unreached({ of: { personId, mails, trouble } }: { readonly of: MailPage['unreached'][number] }) {
  const speech = useSpeech();
  const { w, locale } = speech;
  const names = useNames();
  const again = useSendMailsAgain(personId);
  const [fault] = faultsOf(again.error, speech);
  return (
    <li className="spread">
      <span>
        <strong>{names.person(personId)}</strong> <span className="quiet">{w.mails.unreachedMails(mails)}</span>
        {trouble === null ? null : <span className="small"> {mailTroubleText(trouble, locale)}</span>}
        {fault === undefined ? null : <span className="fault"> {fault.message}</span>}
      </span>
      <Button isBusy={again.isPending} onClick={() => again.mutate()}>
        {w.mails.sendAgain}
      </Button>
    </li>
  );
}

function MailTable({ mails }: { readonly mails: readonly MailRow[] }) {
  const { w, labels, locale, dateTime } = useSpeech();
  const names = useNames();
  const kinds = { letter: labels.things.letter, digest: w.mails.digest, link: w.account.linkTitle };
  return (
    <div className="table-box">
      <table className="table stacking">
        <thead>
          <tr>
            <th scope="col">{w.mails.slot}</th>
            <th scope="col">{labels.things.recipient}</th>
            <th scope="col">{w.mails.subject}</th>
            <th scope="col">{labels.things.state}</th>
            <th scope="col" className="number-cell">
              {w.mails.lines}
            </th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <td className="nowrap">{dateTime(mail.slot)}</td>
              <td className="nowrap">{names.person(mail.personId)}</td>
              <td>{mail.subject ?? kinds[mail.kind]}</td>
              <td>
                {labels.mailStates[mail.state]}
                {doubtOf(mail, labels.mailDoubts)}
                {mail.sentAt === null ? null : <span className="quiet small"> {dateTime(mail.sentAt)}</span>}
                {mail.trouble === null ? null : <p className="small">{mailTroubleText(mail.trouble, locale)}</p>}
              </td>
              <td className="number-cell">{mail.lines}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A mail whose sending once ended without an answer says so, and sent again, that it may be there twice. */
function doubtOf({ state, unanswered, mayHaveDoubled }: MailRow, doubts: Catalogue['mailDoubts']): string {
  if (mayHaveDoubled) return ` · ${doubts.mayHaveDoubled}`;
  return unanswered > 0 && state !== 'sent' ? ` · ${doubts.mayHaveArrived}` : '';
}
