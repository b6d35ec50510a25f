/** How each measure stands: what is left as it was is not sent. */
import { measureStates } from '../../../core/item/item.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';

export function MeasureStates({ draft, detail, fault, change }: FieldProps) {
  const { labels } = useSpeech();
  const { measureStatuses } = draft;
  const set = (measureId: string, chosen: string) => {
    const others = measureStatuses.filter((one) => one.measureId !== measureId);
    const status = measureStates.find((state) => state === chosen);
    change({ measureStatuses: status === undefined ? others : [...others, { measureId, status }] });
  };
  return (
    <fieldset
      className={fault === undefined ? 'field' : 'field field-bad'}
      id={fieldId('measureStatuses')}
      tabIndex={-1}
    >
      <legend>{labels.fields.measureStatuses}</legend>
      {fault === undefined ? null : <span className="fault">{fault}</span>}
      <div className="stack-8">
        {detail.item.measures.map(({ id, text, progress }, index) => (
          <SelectField
            key={id}
            id={`state-${id}`}
            label={`${index + 1}. ${text}`}
            isOptional
            value={measureStatuses.find(({ measureId }) => measureId === id)?.status ?? progress?.status ?? ''}
            choices={measureStates.map((state) => ({ value: state, words: labels.measureStates[state] }))}
            onChange={(chosen) => set(id, chosen)}
          />
        ))}
      </div>
    </fieldset>
  );
}
