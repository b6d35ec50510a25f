/** What every field of an act's form is given. */
import type { ActDraft } from './act-draft.ts';
import type { ItemDetail, ItemRules } from '../../../api/contract.ts';
import type { CommandType } from '../../../core/item/acts.ts';

export interface FieldProps {
  readonly draft: ActDraft;
  readonly detail: ItemDetail;
  readonly round: ItemRules;
  readonly fault: string | undefined;
  readonly change: (part: Partial<ActDraft>) => void;
  readonly open: (act: CommandType) => void;
}
