/** Every version of what was decided about an item, the newest first, each with what it changed. */
import type { BulletinDraftItem } from '../../../api/contract.ts';
import { bulletinChoices } from '../../../core/round/bulletin.ts';
import { useSpeech } from '../../words.ts';
import { stepsOf, type EntryChange } from './entry-draft.ts';

export function EntryHistory({ item }: { readonly item: BulletinDraftItem }) {
  const { w, dateTime } = useSpeech();
  const steps = stepsOf(item);
  if (steps.length === 0) return null;
  return (
    <section className="card stack-8">
      <h3>{w.bulletin.history}</h3>
      <ol className="entry-history">
        {steps.map(({ version, changes }) => (
          <li key={version.version}>
            <p className="quiet small">{w.bulletin.versionBy(version.by, dateTime(version.at))}</p>
            {changes.map((change) => (
              <Changed key={change.field} {...change} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changed({ field, from, to }: EntryChange) {
  const { w, labels } = useSpeech();
  const names = {
    choice: labels.bulletinTerms.choice,
    reason: labels.fields.reason,
    title: labels.bulletinTerms.ownTitle,
    result: labels.bulletinTerms.ownResult,
  };
  const said = (value: string | null): string => {
    const choice = field === 'choice' ? bulletinChoices.find((one) => one === value) : undefined;
    return choice === undefined ? (value ?? w.bulletin.none) : labels.bulletinChoices[choice];
  };
  return (
    <p className="lines">
      {w.bulletin.became(names[field])} <del>{said(from)}</del> <ins>{said(to)}</ins>
    </p>
  );
}
