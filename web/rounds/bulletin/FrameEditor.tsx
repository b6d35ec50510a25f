/** What stands around the items of a notice: opening, who issues it, how to reach them, the date. */
import type { BulletinDrafting } from '../../../api/contract.ts';
import { china } from '../../../core/rules/china.ts';
import Button from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { faultsOf } from '../../ui/faults.ts';
import { TextField } from '../../ui/Field.tsx';
import { useDraft } from '../../ui/kept-draft.ts';
import { useSetFrame } from '../../mutations.ts';
import { useSpeech } from '../../words.ts';
import { orNull } from './entry-draft.ts';

const ways = ['phone', 'address', 'postcode', 'email'] as const;

export function FrameEditor({ draft: { roundId, frames, document, mayEdit } }: { readonly draft: BulletinDrafting }) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const newest = frames.at(-1);
  const contact = newest?.contact ?? document.contact;
  const saved = {
    opening: newest?.opening ?? '',
    organ: newest?.organ ?? document.organ,
    datedOn: newest?.datedOn ?? '',
    phone: contact.phone ?? '',
    address: contact.address ?? '',
    postcode: contact.postcode ?? '',
    email: contact.email ?? '',
    version: newest?.version ?? 0,
  };
  const { draft, change, forget, reset } = useDraft(`bulletin-frame.${roundId}`, saved);
  const isUnsaved = JSON.stringify(draft) !== JSON.stringify(saved);
  const save = useSetFrame(roundId);
  const submit = () => {
    const given = Object.fromEntries(ways.map((way) => [way, orNull(draft[way])]));
    const isDocuments = ways.every((way) => orNull(draft[way]) === document.contact[way]);
    const body = {
      opening: orNull(draft.opening),
      organ: orNull(draft.organ) === document.organ ? null : orNull(draft.organ),
      datedOn: orNull(draft.datedOn),
      contact: isDocuments ? null : given,
      version: draft.version,
    };
    save.mutate(body, { onSuccess: forget });
  };
  return (
    <form
      className="card form entry-frame"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary faults={faultsOf(save.error, speech)} />
      <TextField
        id="opening"
        label={w.bulletin.opening}
        hint={w.bulletin.openingHint}
        isOptional
        rows={4}
        value={draft.opening}
        onChange={(opening) => change({ opening })}
      />
      <TextField id="organ" label={w.wizard.organ} value={draft.organ} onChange={(organ) => change({ organ })} />
      {ways.map((way) => (
        <TextField
          key={way}
          id={way}
          label={way === 'email' ? labels.things.email : w.bulletin.contact[way]}
          isOptional
          value={draft[way]}
          onChange={(typed) => change({ [way]: typed })}
        />
      ))}
      <DateField
        id="datedOn"
        label={w.bulletin.datedOn}
        hint={w.bulletin.datedOnHint}
        isOptional
        value={draft.datedOn}
        calendar={china}
        onChange={(datedOn) => change({ datedOn })}
      />
      {mayEdit ? (
        <div className="row">
          <Button isMain isSubmit isBusy={save.isPending}>
            {w.bulletin.save}
          </Button>
          {isUnsaved ? (
            <>
              <Button onClick={reset}>{w.bulletin.undo}</Button>
              <span className="quiet small">{w.bulletin.unsaved}</span>
            </>
          ) : null}
        </div>
      ) : null}
    </form>
  );
}
