/** A template that somebody hands in → its rows, read on a thread of its own within the limits of every document. */
import { Refused } from '../refused.ts';
import { readBy } from '../rounds/read-on-thread.ts';
import type { FormName } from '../../core/forms/form.ts';
import type { Unreadable } from '../../core/round/unreadable.ts';
import type { FormNotFound, ReadForm } from '../../documents/forms/found.ts';
import type { FormContents } from '../../documents/forms/read.ts';

export interface GivenForm {
  readonly form: FormName;
  readonly bytes: Uint8Array;
}

/** With the text of the whole workbook, as a document of its kind is kept. */
type ReadFile<Name extends FormName> = ReadForm<FormContents[Name]> & { readonly text: string };
type FormOf<Name extends FormName> = ReadFile<Name> | FormNotFound;
export type FormReading = FormOf<FormName> | { readonly unreadable: Unreadable };

const thread = new URL('./form-thread.ts', import.meta.url);

/** @throws Refused noticeUnreadable, formUnknown */
export async function readForm<Name extends FormName>(form: Name, bytes: Uint8Array): Promise<ReadFile<Name>> {
  const given: GivenForm = { form, bytes };
  const read = await readBy<FormOf<Name>>(thread, given);
  if ('unreadable' in read) throw new Refused({ code: 'noticeUnreadable', unreadable: read.unreadable });
  if ('needed' in read) throw new Refused({ code: 'formUnknown', form, needed: read.needed });
  return read;
}
