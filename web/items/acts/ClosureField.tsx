/** The last look before an application: each measure with its evidence; what is missing can be handed in or explained here. */
import Button from '../../ui/Button.tsx';
import { contentsFor, filesFor, filesNeeded, unprovenMeasures } from '../../../core/item/proof.ts';
import { EvidenceLine } from '../EvidenceLine.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';

export function ClosureField({ draft, detail, round, fault, change, open }: FieldProps) {
  const { w, labels } = useSpeech();
  const { measures } = detail.item;
  const unproven = unprovenMeasures(detail.item, round.policy);
  return (
    <fieldset className={fault === undefined ? 'field' : 'field field-bad'} id={fieldId('unproven')} tabIndex={-1}>
      <legend>{labels.fields.unproven}</legend>
      <span className="hint">{w.acts.closure.counted(measures.length - unproven.length, measures.length)}</span>
      {fault === undefined ? null : <span className="fault">{fault}</span>}
      <ol className="measure-list">
        {measures.map(({ id, text, asks }, index) => (
          <li key={id} className="measure">
            <span className="index">{index + 1}.</span>
            <div className="stack-8">
              <p>{text}</p>
              {filesFor(detail.item, id).map((file) => (
                <EvidenceLine key={file.id} file={file} detail={detail} />
              ))}
              {!unproven.includes(id) ? null : (
                <>
                  <p className="row">
                    <strong>
                      {w.item.tooLittleEvidence(contentsFor(detail.item, id).size, filesNeeded({ asks }, round.policy))}
                    </strong>
                    <Button onClick={() => open('addEvidence')}>{labels.acts.addEvidence}</Button>
                  </p>
                  <TextField
                    id={`unproven-${id}`}
                    label={w.acts.closure.whyNone}
                    rows={2}
                    value={draft.unproven[id] ?? ''}
                    onChange={(words) => change({ unproven: { ...draft.unproven, [id]: words } })}
                  />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
