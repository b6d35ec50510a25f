/** Whose place is handed over, one at a time, and to whom: only who fits is offered. */
import { bindings, boundAs, type Binding } from '../../../core/item/binding.ts';
import { SelectField } from '../../ui/Field.tsx';
import { fitting } from '../../people/choices.ts';
import { useNames, usePeople } from '../../queries.ts';
import { useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';

export function HandOverField({ draft, detail, fault, change }: FieldProps) {
  const { labels, list } = useSpeech();
  const names = useNames();
  const people = usePeople().data ?? [];
  const places = bindings.flatMap((as) => boundAs(detail.item, as).map((fromId) => ({ as, fromId })));
  const [as] = draft.as;
  return (
    <>
      <SelectField
        id={fieldId('fromId')}
        label={labels.fields.fromId}
        fault={fault}
        value={as === undefined ? '' : valueOf(as, draft.fromId)}
        choices={places.map((place) => ({
          value: valueOf(place.as, place.fromId),
          words: list([labels.bindings[place.as], names.person(place.fromId)]),
        }))}
        onChange={(chosen) => {
          const place = places.find((one) => valueOf(one.as, one.fromId) === chosen);
          change(
            place === undefined ? { as: [], fromId: '', toId: '' } : { as: [place.as], fromId: place.fromId, toId: '' },
          );
        }}
      />
      <SelectField
        id={fieldId('toId')}
        label={labels.fields.toId}
        value={draft.toId}
        choices={fitting(people, draft.as, detail.unitId).filter(({ value }) => value !== draft.fromId)}
        onChange={(toId) => change({ toId })}
      />
    </>
  );
}

const valueOf = (as: Binding, fromId: string): string => `${as} ${fromId}`;
