/** Which fields the form of each act shows: those of the act, in its order. */
import { rulesOfAct, type ActField } from '../../../core/item/acts.ts';
import type { ActDraft, FormAct } from './act-draft.ts';

type TextName =
  'reason' | 'rootCause' | 'text' | 'statement' | 'opinion' | 'progress' | 'answer' | 'attendees' | 'minutes';
type DateName = 'dueOn' | 'until' | 'pausedUntil' | 'checkpointOn' | 'reviewOn' | 'heldOn';

export type FormField =
  | { readonly kind: 'text'; readonly name: TextName; readonly isOptional: boolean }
  | { readonly kind: 'date'; readonly name: DateName; readonly presets: 'days' | 'months' | 'none' }
  | { readonly kind: 'letterKind'; readonly name: 'letter' }
  | { readonly kind: 'letterSeq'; readonly name: 'letterSeq' }
  | {
      readonly kind:
        'measureIds' | 'measureStatuses' | 'grade' | 'sources' | 'measures' | 'unproven' | 'assignment' | 'bindings';
      readonly name: keyof ActDraft;
    };

export const fieldsOf = (act: FormAct): readonly FormField[] =>
  Object.entries(rulesOfAct(act).fields).flatMap(([name, field]) => formField(name, field));

function formField(name: string, field: ActField): FormField[] {
  switch (field.kind) {
    case 'text':
      return [{ kind: 'text', name: name as TextName, isOptional: field.least === 0 }];
    case 'date':
      return [{ kind: 'date', name: name as DateName, presets: liesFarAhead(name) ? 'months' : 'days' }];
    case 'pastDate':
      return [{ kind: 'date', name: name as DateName, presets: 'none' }];
    case 'letterKind':
      return [{ kind: 'letterKind', name: 'letter' }];
    case 'letterSeq':
      return [{ kind: 'letterSeq', name: 'letterSeq' }];
    case 'measureIds':
    case 'measureStatuses':
    case 'grade':
    case 'sources':
    case 'measures':
    case 'unproven':
      return [{ kind: field.kind, name: field.kind }];
    case 'bindings':
      // Who hands over, as what and to whom are chosen together.
      return [{ kind: field.kind, name: 'as' }];
    case 'id':
      // Unit, handler and lead leader are chosen together.
      return name === 'unitId' ? [{ kind: 'assignment', name }] : [];
    case 'moves':
    case 'rulesVersion':
    case 'yesOrNo':
    case 'pastDateOrNone':
      // Evidence has its own form.
      return [];
  }
}

const liesFarAhead = (name: string) => name === 'checkpointOn' || name === 'reviewOn' || name === 'pausedUntil';
