/** The review file of one item, for whoever may see the item: all that its page tells, to be read away from it. */
import type { Context } from '../context.ts';
import { seenBy } from '../seen.ts';
import { readableItem } from '../items/items.ts';
import { xlsxMediaType, type Paper } from './paper.ts';
import { paperName } from '../../documents/paper/file-name.ts';
import { namesSeen } from '../people/directory.ts';
import { notFound } from '../refused.ts';
import { itemFactsOf, knownOf, type Known } from './item-facts.ts';
import { writeAside } from './write-aside.ts';
import type { Actor } from '../../core/actor.ts';
import { catalogue, eventText } from '../../core/i18n/catalogue.ts';
import { letterName } from '../../core/i18n/letter-name.ts';
import { namesOf } from '../../core/i18n/names.ts';
import type { Item } from '../../core/item/item.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate } from '../../core/time.ts';
import { eventsOf, newestReports } from '../../db/events.ts';
import { lettersOf } from '../../db/letters.ts';
import { readRound } from '../../db/rounds.ts';
import type { FileFacts } from '../../documents/sheets/facts.ts';

export async function reviewFile(context: Context, actor: Actor, itemId: string, locale: Locale): Promise<Paper> {
  const seen = seenBy(context.pool, actor);
  const { record } = await readableItem(context, actor, itemId);
  const round = await readRound(context.pool, record.roundId);
  if (round === null) throw notFound('round', record.roundId);
  const asOf = context.now();
  const known = knownOf(await namesSeen(seen), locale);
  const report = (await newestReports(seen, [itemId])).get(itemId);
  const letter = (kind: string): string => letterName(round.policy, kind, locale);
  const names = namesOf({ person: known.person, unit: known.unit, letter });
  const facts = {
    locale,
    round: round.title,
    asOf,
    item: itemFactsOf(record, report, round, known, asOf),
    files: filesOf(record.item, known),
    timeline: (await eventsOf(seen, itemId)).map(({ event }) => ({
      seq: event.seq,
      at: event.at,
      by: event.by === null ? null : known.doer(event),
      text: eventText(event, locale, names),
    })),
    letters: (await lettersOf(seen, itemId)).map(({ kind, year, number, issuedAt, voidBecause }) => ({
      name: letterName(round.policy, kind, locale),
      year,
      number,
      issuedOn: issuedAt === null ? null : localDate(issuedAt),
      void: voidBecause === null ? null : catalogue(locale).skipReasons[voidBecause],
    })),
  };
  const title = `${round.title} ${record.number} ${catalogue(locale).papers.review} ${localDate(asOf)}`;
  return {
    name: paperName(title, 'xlsx'),
    mediaType: xlsxMediaType,
    bytes: await writeAside({ file: 'reviewFile', facts }),
  };
}

function filesOf({ evidence, measures }: Item, known: Known): readonly FileFacts[] {
  const positions = new Map(measures.map(({ id }, index) => [id, String(index + 1)]));
  return evidence.map(({ name, measureIds, aboutOn, by, at, sha256 }) => ({
    name,
    measures: measureIds.map((id) => positions.get(id) ?? id),
    aboutOn,
    by: known.person(by),
    at,
    sha256,
  }));
}
