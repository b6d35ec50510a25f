/** A "no" on its way to whoever asked. Thrown, so that a transaction it interrupts leaves nothing behind. */
import type { RecordRefusal } from '../core/round/record-refusal.ts';
import type { Refusal } from '../core/item/refusal.ts';

export type AnyRefusal = Refusal | RecordRefusal;

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: AnyRefusal;

  constructor(refusal: AnyRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What refuses this work, or null when it is done. Whatever else goes wrong goes on its way. */
export async function refusalOf(work: () => Promise<unknown>): Promise<AnyRefusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

export const notFound = (what: Extract<AnyRefusal, { code: 'notFound' }>['what'], id: string): Refused =>
  new Refused({ code: 'notFound', what, id });
