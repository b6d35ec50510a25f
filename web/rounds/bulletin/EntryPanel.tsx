/** One item of a notice: what the unit says of it and with which files, what is decided, who agrees, what changed. */
import { Link } from 'react-router';
import { warningText } from '../../../core/i18n/notice-warnings.ts';
import Button from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { faultsOf } from '../../ui/faults.ts';
import { useApproveEntry } from '../../mutations.ts';
import { useSpeech } from '../../words.ts';
import { isWaiting } from './entry-draft.ts';
import { EntryForm, type EntryProps } from './EntryForm.tsx';
import { EntryHistory } from './EntryHistory.tsx';

export function EntryPanel({ roundId, item, mayEdit }: EntryProps & { readonly mayEdit: boolean }) {
  const { w, labels, locale } = useSpeech();
  return (
    <section className="stack entry" aria-labelledby="entry">
      <header className="card stack-8">
        <h2 id="entry" tabIndex={-1}>
          {item.number} {item.title}
        </h2>
        <div className="row-16">
          <span className="state">{labels.states[item.state]}</span>
          <Link to={`/items/${item.id}`}>{w.bulletin.toItem}</Link>
        </div>
        <h3>{w.bulletin.unitSays}</h3>
        <p className="lines">{item.unitsWords === '' ? w.bulletin.unitSaysNothing : item.unitsWords}</p>
        {item.measures.length === 0 ? null : (
          <>
            <h3>{labels.things.measures}</h3>
            <ol className="entry-measures">
              {item.measures.map((measure) => (
                <li key={measure}>{measure}</li>
              ))}
            </ol>
          </>
        )}
        {item.evidence.length === 0 ? null : (
          <>
            <h3>{labels.things.evidence}</h3>
            <ul className="entry-measures">
              {item.evidence.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/api/evidence/${id}?item=${item.id}`} download>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </header>
      {item.sums.map((sum) => (
        <p key={sum.stated} className="note note-warn">
          {warningText({ code: 'sumDiffers', ...sum }, locale)}
        </p>
      ))}
      <Agreement roundId={roundId} item={item} />
      {mayEdit ? <EntryForm roundId={roundId} item={item} /> : null}
      <EntryHistory item={item} />
    </section>
  );
}

/** Of what is left out: who wants it, why, and who agreed. */
function Agreement({ roundId, item }: EntryProps) {
  const speech = useSpeech();
  const { w, labels, dateTime } = speech;
  const approve = useApproveEntry(roundId, item.id);
  const newest = item.versions.at(-1);
  if (newest === undefined || newest.choice === 'publish') return null;
  const { choice, reason, proposal, approval, version } = newest;
  return (
    <div className={isWaiting(item) ? 'note note-warn stack-8' : 'note stack-8'}>
      <p>
        <strong>{labels.bulletinChoices[choice]}</strong>
        {w.separator}
        {reason}
      </p>
      <p>
        {w.bulletin.proposedBy(proposal.by, dateTime(proposal.at))}{' '}
        {approval === null ? w.bulletin.mustBeOther : w.bulletin.approvedBy(approval.by, dateTime(approval.at))}
      </p>
      <ErrorSummary faults={faultsOf(approve.error, speech)} />
      {item.mayApprove ? (
        <p>
          <Button isMain isBusy={approve.isPending} onClick={() => approve.mutate(version)}>
            {w.bulletin.approve}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
