/** A refusal as a fault of a form: the server's own sentence, led to the field that it speaks of. */
import { ApiError } from '../api.ts';
import type { Words } from '../words/en.ts';

export interface FormFault {
  /** The id of the field, or null when the fault is not one of a field. */
  readonly field: string | null;
  readonly message: string;
}

/** The server's sentence; where it could not give one, ours, which promises that nothing was lost. */
export const messageOf = (error: unknown, { w }: { readonly w: Words }): string =>
  error instanceof ApiError && error.message !== '' ? error.message : w.errors.notSaved;

/** The same as what stops a form, of no field in particular; nothing while there is no error. */
export const faultsOf = (error: unknown, speech: { readonly w: Words }): readonly FormFault[] =>
  error === null ? [] : [{ field: null, message: messageOf(error, speech) }];

/** The same document was imported before: whoever means it says so. */
export const isRepeated = (error: unknown): boolean => error instanceof ApiError && error.code === 'alreadyImported';

/** Codes of core/refusal.ts that speak of one field of the form; `date` stands for whichever date field the form has. */
const fieldOf: Readonly<Record<string, string>> = {
  noMeasures: 'measures',
  tooManyMeasures: 'measures',
  measureTooLate: 'measures',
  unknownMeasures: 'measureIds',
  noMeasureNamed: 'measureIds',
  evidenceMissing: 'unproven',
  sameEvidence: 'files',
  handedInAlready: 'files',
  notADate: 'date',
  dateNotLater: 'date',
  dayOff: 'date',
};

/**
 * @param fields the names of the form's fields; `date` is answered with its first date field
 * @returns the field's name, or null when the refusal is about the item and not about the form
 */
export function faultyField(error: unknown, fields: readonly string[], dateField: string | null): string | null {
  if (!(error instanceof ApiError)) return null;
  const named =
    error.code === 'textTooShort' || error.code === 'textTooLong' ? error.facts['field'] : fieldOf[error.code];
  const field = named === 'date' ? dateField : named === 'measure' ? 'measures' : named;
  return typeof field === 'string' && fields.includes(field) ? field : null;
}
