/** A file handed in, as a command carries it. */
import type { CommandOf } from '../../core/item/command.ts';

export type HandIn = Omit<CommandOf<'addEvidence'>, 'type' | 'actor' | 'commandId'>;

interface More {
  readonly id?: string;
  readonly name?: string;
  readonly measureIds?: readonly string[];
}

/** The last letters of the hash make the record's id, where none is given. */
export const handIn = (sha256: string, { id, name = '登记表.pdf', measureIds = ['m1'] }: More = {}): HandIn => ({
  evidenceId: id ?? `f-${sha256.slice(-8)}`,
  file: { sha256, name },
  measureIds,
  aboutOn: null,
});
