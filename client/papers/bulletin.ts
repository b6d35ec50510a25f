/** The progress notice of a round as a file, computed from the ledger as of a day. */
import type { Context } from '../context.ts';
import { gather, soundFacts } from '../bulletin/gather.ts';
import { sealedProvenance } from '../bulletin/provenance.ts';
import type { Paper } from './paper.ts';
import { docxMediaType } from '../../documents/paper/docx.ts';
import { paperName } from '../../documents/paper/file-name.ts';
import { writeAside } from './write-aside.ts';
import type { Actor } from '../../core/actor.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import type { Locale } from '../../core/locale.ts';
import type { Audience, BulletinForm } from '../../core/round/bulletin.ts';
import type { LocalDate } from '../../core/time.ts';
import { blocksOf, type Block } from '../../documents/bulletin/blocks.ts';
import { bulletinOf } from '../../documents/bulletin/tree.ts';

const mediaTypes: Readonly<Record<BulletinForm, string>> = {
  docx: docxMediaType,
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export interface BulletinAsk {
  readonly form: BulletinForm;
  readonly audience: Audience;
  /** As of this day; today where nothing is said. */
  readonly on?: LocalDate | undefined;
}

/** The same line by line, each piece with what it rests on. @throws as {@link bulletin} */
export async function previewBulletin(
  context: Context,
  actor: Actor,
  roundId: string,
  { audience, on }: Omit<BulletinAsk, 'form'>,
  locale: Locale,
): Promise<readonly Block[]> {
  return blocksOf(bulletinOf(soundFacts(await gather(context, actor, roundId, on), audience, locale)));
}

/** @throws Refused notFound, roundNotLaunched, dayNotCome, bulletinIncomplete */
export async function bulletin(
  context: Context,
  actor: Actor,
  roundId: string,
  { form, audience, on }: BulletinAsk,
  locale: Locale,
): Promise<Paper> {
  const gathered = await gather(context, actor, roundId, on);
  const blocks = blocksOf(bulletinOf(soundFacts(gathered, audience, locale)));
  const provenance = await sealedProvenance(context, gathered, { audience, locale }, blocks);
  const { papers, audiences } = catalogue(locale);
  const title = `${gathered.round.title} ${papers.bulletin} ${audiences[audience]} ${gathered.on}`;
  return {
    name: paperName(title, form),
    mediaType: mediaTypes[form],
    bytes: await writeAside({ file: 'bulletin', form, facts: { locale, blocks, provenance } }),
  };
}
