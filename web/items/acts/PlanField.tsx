/** The measures of a plan: words, who is responsible, until when. Those of the document are there to start from. */
import Button from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { usePeople } from '../../queries.ts';
import { useSpeech } from '../../words.ts';
import { unplanned } from './act-draft.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';
import { measureKinds, type PlannedMeasure } from '../../../core/item/item.ts';

export function PlanField({ draft, detail, round, fault, change }: FieldProps) {
  const { w, labels } = useSpeech();
  const people = usePeople().data ?? [];
  const colleagues = people
    .filter(({ unitId }) => unitId === detail.unitId)
    .map(({ id, name }) => ({ value: id, words: name }));
  const { measures } = draft;
  const set = (index: number, part: Partial<PlannedMeasure>) =>
    change({ measures: measures.map((measure, at) => (at === index ? { ...measure, ...part } : measure)) });
  return (
    <fieldset className={fault === undefined ? 'field' : 'field field-bad'} id={fieldId('measures')} tabIndex={-1}>
      <legend>{labels.fields.measures}</legend>
      {detail.sourceMeasures.length === 0 ? null : <span className="hint">{w.acts.plan.fromSource}</span>}
      {fault === undefined ? null : <span className="fault">{fault}</span>}
      <ol className="stack" style={{ marginTop: 8 }}>
        {measures.map((measure, index) => (
          <li key={index} className="sub stack">
            <TextField
              id={`measure-${index}`}
              label={w.acts.plan.measure(index + 1)}
              rows={2}
              value={measure.text}
              onChange={(text) => set(index, { text })}
            />
            <SelectField
              id={`owner-${index}`}
              label={labels.things.owner}
              isOptional
              value={measure.ownerId ?? ''}
              choices={colleagues}
              onChange={(ownerId) => set(index, { ownerId: ownerId === '' ? null : ownerId })}
            />
            <DateField
              id={`due-${index}`}
              label={labels.things.due}
              isOptional
              calendar={round.calendar}
              value={measure.dueOn ?? ''}
              onChange={(dueOn) => set(index, { dueOn: dueOn === '' ? null : dueOn })}
            />
            <SelectField
              id={`kind-${index}`}
              label={w.acts.plan.kind}
              isOptional
              value={measure.kind ?? ''}
              choices={measureKinds.map((kind) => ({ value: kind, words: labels.measureKinds[kind] }))}
              onChange={(chosen) => set(index, { kind: measureKinds.find((kind) => kind === chosen) ?? null })}
            />
            <TextField
              id={`asks-${index}`}
              label={labels.fields.asks}
              hint={w.acts.plan.asks}
              isOptional
              rows={2}
              value={(measure.asks ?? []).join('\n')}
              onChange={(words) => set(index, { asks: words === '' ? [] : words.split('\n') })}
            />
            {measures.length > 1 ? (
              <div>
                <Button onClick={() => change({ measures: measures.filter((_, at) => at !== index) })}>
                  {w.acts.plan.remove}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => change({ measures: [...measures, unplanned('')] })}>{w.acts.plan.add}</Button>
      </div>
    </fieldset>
  );
}
