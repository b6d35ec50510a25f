/** From what a notice was computed, sealed, so that whoever has its file can have it computed again. */
import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Gathered } from './gather.ts';
import { canonical } from '../../core/canonical.ts';
import type { Locale } from '../../core/locale.ts';
import type { Audience } from '../../core/round/bulletin.ts';
import { present } from '../../core/present.ts';
import { hashesAt } from '../../db/events.ts';
import { linesOfBlocks, bare } from '../../documents/bulletin/lines.ts';
import type { Block } from '../../documents/bulletin/blocks.ts';
import type { Provenance } from '../../documents/bulletin/provenance.ts';

/** Over lines of words, in whatever form they are laid out. */
export const digestOfLines = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.map(bare).join('\n')).digest('hex');

/** As it is embedded in the file. */
export async function sealedProvenance(
  { pool, signer }: Pick<Context, 'pool' | 'signer'>,
  { round, on, asOf, items, draft }: Gathered,
  { audience, locale }: { readonly audience: Audience; readonly locale: Locale },
  blocks: readonly Block[],
): Promise<string> {
  const heads = items.map(({ id, item }) => ({ itemId: id, seq: item.seq }));
  const hashes = await hashesAt(pool, heads);
  const provenance: Provenance = {
    roundId: round.id,
    audience,
    locale,
    on,
    asOf,
    record: draft.last,
    heads: heads.map(({ itemId, seq }) => [itemId, seq, present(hashes.get(itemId), `head of ${itemId}`)]),
    digest: digestOfLines(linesOfBlocks(blocks)),
  };
  return canonical({ ...provenance, seal: signer.sign(canonical(provenance)) });
}
