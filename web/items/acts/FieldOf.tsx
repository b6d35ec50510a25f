/** One field of an act's form, by its kind. */
import { addWorkingDays } from '../../../core/rules/calendar.ts';
import { settle } from '../../../core/rules/deadlines.ts';
import { findingSources, riskGrades } from '../../../core/item/item.ts';
import { addMonths } from '../../../core/time.ts';
import type { ItemRules } from '../../../api/contract.ts';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { today, useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';
import { AssignmentField } from './AssignmentField.tsx';
import { ClosureField } from './ClosureField.tsx';
import type { FormField } from './fields.ts';
import { HandOverField } from './HandOverField.tsx';
import { MeasureStates } from './MeasureStates.tsx';
import { LetterField } from './LetterField.tsx';
import { measureChoices } from './measure-choices.ts';
import { PlanField } from './PlanField.tsx';

export function FieldOf({ field, ...props }: FieldProps & { readonly field: FormField }) {
  const { w, labels } = useSpeech();
  const { draft, round, detail, fault, change } = props;
  switch (field.kind) {
    case 'text': {
      const { name, isOptional = false } = field;
      const hints: Partial<Record<string, string>> = w.acts.hints;
      return (
        <TextField
          id={fieldId(name)}
          label={labels.fields[name]}
          hint={isOptional ? undefined : hints[name]}
          fault={fault}
          isOptional={isOptional}
          rows={name === 'rootCause' ? 2 : 4}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      );
    }
    case 'date':
      return (
        <DateField
          id={fieldId(field.name)}
          label={labels.fields[field.name]}
          fault={fault}
          value={draft[field.name]}
          calendar={round.calendar}
          presets={usePresets(field.presets, round, detail.dueOn)}
          onChange={(date) => change({ [field.name]: date })}
        />
      );
    case 'letterKind':
    case 'letterSeq':
      return <LetterField {...props} name={field.name} />;
    case 'measureIds':
      return (
        <Ticks
          id={fieldId('measureIds')}
          label={labels.fields.measureIds}
          choices={measureChoices(detail.item.measures)}
          ticked={draft.measureIds}
          fault={fault}
          onChange={(measureIds) => change({ measureIds })}
        />
      );
    case 'measureStatuses':
      return <MeasureStates {...props} />;
    case 'grade':
      return (
        <SelectField
          id={fieldId('grade')}
          label={labels.fields.grade}
          fault={fault}
          value={draft.grade}
          choices={riskGrades.map((grade) => ({ value: grade, words: labels.grades[grade] }))}
          onChange={(chosen) => change({ grade: riskGrades.find((grade) => grade === chosen) ?? draft.grade })}
        />
      );
    case 'sources':
      return (
        <Ticks
          id={fieldId('sources')}
          label={labels.fields.sources}
          choices={findingSources.map((source) => ({ value: source, words: labels.sources[source] }))}
          ticked={draft.sources}
          fault={fault}
          onChange={(sources) => change({ sources })}
        />
      );
    case 'measures':
      return <PlanField {...props} />;
    case 'unproven':
      return <ClosureField {...props} />;
    case 'bindings':
      return <HandOverField {...props} />;
    case 'assignment':
      return <AssignmentField {...props} />;
  }
}

/** Days a person often means, so that nothing need be typed: each is a working day already. */
function usePresets(kind: 'days' | 'months' | 'none', { calendar, policy }: ItemRules, dueOn: string | null) {
  const { w } = useSpeech();
  if (kind === 'none') return [];
  const from = dueOn !== null && dueOn > today() ? dueOn : today();
  if (kind === 'days')
    return [10, 20].map((days) => ({ words: w.acts.date.preset(days), date: addWorkingDays(calendar, from, days) }));
  const working = { ...policy, dueOnDayOff: 'nextWorkingDay' as const };
  return [3, 6].map((months) => ({
    words: w.acts.date.presetMonths(months),
    date: settle(working, calendar, addMonths(today(), months)),
  }));
}
