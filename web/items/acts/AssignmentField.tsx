/** Who carries the item: a unit, somebody of it, and the leader above. */
import { SelectField } from '../../ui/Field.tsx';
import { handlersOf, leaders } from '../../people/choices.ts';
import { usePeople, useUnits } from '../../queries.ts';
import { useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';

export function AssignmentField({ draft, fault, change }: FieldProps) {
  const { labels } = useSpeech();
  const units = (useUnits().data ?? []).map(({ id, name }) => ({ value: id, words: name }));
  const people = usePeople().data ?? [];
  const words = labels.fields;
  return (
    <>
      <SelectField
        id={fieldId('unitId')}
        label={words.unitId}
        fault={fault}
        value={draft.unitId}
        choices={units}
        onChange={(unitId) => change({ unitId, handlerId: '' })}
      />
      <SelectField
        id={fieldId('handlerId')}
        label={words.handlerId}
        value={draft.handlerId}
        choices={handlersOf(people, draft.unitId)}
        onChange={(handlerId) => change({ handlerId })}
      />
      <SelectField
        id={fieldId('leadLeaderId')}
        label={words.leadLeaderId}
        value={draft.leadLeaderId}
        choices={leaders(people)}
        onChange={(leadLeaderId) => change({ leadLeaderId })}
      />
    </>
  );
}
