/** The form of an act: its fields, what follows, one button. A refusal is shown on top and at its field; nothing typed is lost. */
import { useState } from 'react';
import type { ItemDetail, ItemRules } from '../../../api/contract.ts';
import { newCommandId } from '../../ui/command-id.ts';
import { useDraft } from '../../ui/kept-draft.ts';
import { faultyField, messageOf } from '../../ui/faults.ts';
import { useInPlaceOf } from '../../in-place-of.ts';
import { useAct } from '../../mutations.ts';
import { ApiError } from '../../api.ts';
import Button from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import type { FormFault } from '../../ui/faults.ts';
import { today, useSpeech } from '../../words.ts';
import { blankDraft, bodyOf, plannedFirst, type FormAct } from './act-draft.ts';
import { fieldId } from './field-id.ts';
import { FieldOf } from './FieldOf.tsx';
import { fieldsOf } from './fields.ts';
import type { CommandType } from '../../../core/item/acts.ts';
import { unprovenMeasures } from '../../../core/item/proof.ts';

interface Props {
  readonly act: FormAct;
  readonly detail: ItemDetail;
  readonly round: ItemRules;
  readonly close: () => void;
  readonly done: () => void;
  readonly open: (act: CommandType) => void;
}

export function ActForm({ act, detail, round, close, done, open }: Props) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const fields = fieldsOf(act);
  const { draft, change, forget, reset, wasKept } = useDraft(
    `${detail.id}.${act}`,
    blankDraft(plannedFirst(act, detail.item, detail.sourceMeasures), round, today()),
  );
  const [commandId, setCommandId] = useState(newCommandId);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const send = useAct(detail.id, useInPlaceOf());

  // Not with the callbacks of `mutate`: when the act is done it is not offered any more, and this form is gone before them.
  const submit = async () => {
    try {
      await send.mutateAsync({
        act,
        body: { ...bodyOf(act, draft, unprovenMeasures(detail.item, round.policy)), commandId },
      });
    } catch (error) {
      const dateField = fields.find(({ kind }) => kind === 'date')?.name ?? null;
      const names = fields.flatMap((field) => [field.name, ...(field.kind === 'unproven' ? ['reason'] : [])]);
      const name = faultyField(error, names, dateField);
      setFaults([{ field: name === null ? null : fieldId(name), message: messageOf(error, speech) }]);
      // A refused press left no trace, so the corrected one is another; an unanswered one may have been done.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) setCommandId(newCommandId());
      return;
    }
    forget();
    done();
  };

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary faults={faults} />
      <p className="note">{w.acts.explain[act]}</p>
      {wasKept && fields.length > 0 ? (
        <p className="row small quiet">
          {w.acts.draftKept}
          <Button isText onClick={reset}>
            {w.acts.discardDraft}
          </Button>
        </p>
      ) : null}
      {fields.map((field) => (
        <FieldOf
          key={field.name}
          field={field}
          draft={draft}
          detail={detail}
          round={round}
          fault={faults.find((fault) => fault.field === fieldId(field.name))?.message}
          change={change}
          open={open}
        />
      ))}
      <div className="sheet-foot">
        <Button isMain isSubmit isBusy={send.isPending} className="main">
          {act === 'return' ? w.acts.send.return : labels.acts[act]}
        </Button>
        <Button onClick={close}>{w.acts.cancel}</Button>
      </div>
    </form>
  );
}
