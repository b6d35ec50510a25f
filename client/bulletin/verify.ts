/** A notice that somebody has, held against the ledger: computed again from the facts that it names, and compared line by line. */
import { z } from 'zod';
import type { Context } from '../context.ts';
import { gather, soundFacts } from './gather.ts';
import { digestOfLines } from './provenance.ts';
import { Refused } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import { canonical } from '../../core/canonical.ts';
import { locales } from '../../core/locale.ts';
import { audiences } from '../../core/round/bulletin.ts';
import { isLocalDate, type Instant } from '../../core/time.ts';
import { firstFactsAfter, hashesAt } from '../../db/events.ts';
import { blocksOf } from '../../documents/bulletin/blocks.ts';
import { differencesOf, linesOfBlocks, linesOfFile, type LineDifference } from '../../documents/bulletin/lines.ts';
import { provenanceIn, type SealedProvenance } from '../../documents/bulletin/provenance.ts';
import { bulletinOf } from '../../documents/bulletin/tree.ts';

export interface VerifiedBulletin extends Pick<SealedProvenance, 'roundId' | 'audience' | 'on' | 'asOf'> {
  /** Of what the file says that it was computed from; null where another key sealed it, of which nothing is known here. */
  readonly isSealed: boolean | null;
  /** The words of the file are those that it was written with. */
  readonly isAsWritten: boolean;
  /** Numbers of items whose facts are not those that the file names, or not all that there were by then. */
  readonly otherFacts: readonly string[];
  /** Lines of the file that are not what the ledger says. */
  readonly differences: readonly LineDifference[];
}

/** @throws Refused notFound, bulletinUntraced where the file does not say what it was computed from, bulletinIncomplete; UnreadableNotice */
export async function verifyBulletin(context: Context, actor: Actor, file: Uint8Array): Promise<VerifiedBulletin> {
  const { seal, ...provenance } = read(provenanceIn(file));
  const { roundId, audience, locale, on, asOf, heads, digest } = provenance;
  const gathered = await gather(context, actor, roundId, on, provenance);
  const facts = soundFacts(gathered, audience, locale);
  const given = await linesOfFile(file);
  const seqs = heads.map(([itemId, seq]) => ({ itemId, seq }));
  const hashes = await hashesAt(context.pool, seqs);
  const later = await firstFactsAfter(context.pool, seqs);
  const named = new Map(heads.map(([itemId, , hash]) => [itemId, hash]));
  const isOther = ({ id }: { readonly id: string }): boolean =>
    !named.has(id) || named.get(id) !== hashes.get(id) || isKnownBy(asOf, later.get(id));
  return {
    roundId,
    audience,
    on,
    asOf,
    isSealed: context.signer.holds(canonical(provenance), seal),
    isAsWritten: digestOfLines(given) === digest,
    otherFacts: gathered.items.filter(isOther).map(({ number }) => number),
    differences: differencesOf(given, linesOfBlocks(blocksOf(bulletinOf(facts)))),
  };
}

const isKnownBy = (asOf: Instant, at: Instant | undefined): boolean => at !== undefined && at <= asOf;

const shape = z.object({
  roundId: z.string(),
  audience: z.enum(audiences),
  locale: z.enum(locales),
  on: z.string().refine(isLocalDate),
  asOf: z.iso.datetime(),
  record: z.int().min(0),
  heads: z.array(z.tuple([z.string(), z.int().min(1), z.string()])),
  digest: z.string(),
  seal: z.object({ keyId: z.string(), signature: z.string() }),
});

function read(text: string | null): SealedProvenance {
  try {
    return shape.parse(JSON.parse(text ?? ''));
  } catch {
    throw new Refused({ code: 'bulletinUntraced' });
  }
}
