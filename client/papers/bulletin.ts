/** The progress notice of a round, computed from the ledger as of now. It tells of all items, so only whoever sees them all may make it. */
import { requireMay, type Context } from '../context.ts';
import { type Paper } from './paper.ts';
import { docxMediaType } from '../../documents/paper/docx.ts';
import { paperName } from '../../documents/paper/file-name.ts';
import { notFound, Refused } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import { writeAside } from './write-aside.ts';
import type { Actor } from '../../core/actor.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import type { Locale } from '../../core/locale.ts';
import type { BulletinForm } from '../../core/round/bulletin.ts';
import type { Notice, NoticePart } from '../../core/round/notice.ts';
import { localDate } from '../../core/time.ts';
import { newestReports } from '../../db/events.ts';
import { itemsOfRound, type ItemRecord } from '../../db/items.ts';
import { readRound } from '../../db/rounds.ts';
import type { BulletinFacts, BulletinItem, BulletinPart } from '../../documents/bulletin/facts.ts';
import { faultsOf } from '../../documents/bulletin/figures.ts';

const mediaTypes: Readonly<Record<BulletinForm, string>> = {
  docx: docxMediaType,
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** @throws Refused roundNotLaunched, bulletinIncomplete */
export async function bulletin(
  context: Context,
  actor: Actor,
  roundId: string,
  form: BulletinForm,
  locale: Locale,
): Promise<Paper> {
  requireMay(actor, 'readRounds');
  const seen = seenBy(context.pool, actor);
  const round = scopeOf(actor) === null ? await readRound(seen, roundId) : null;
  if (round === null) throw notFound('round', roundId);
  if (round.state === 'draft') throw new Refused({ code: 'roundNotLaunched' });
  const records = await itemsOfRound(seen, roundId);
  const reports = await newestReports(
    seen,
    records.map(({ id }) => id),
  );
  const { notice, title } = round;
  const on = localDate(context.now());
  const facts: BulletinFacts = {
    locale,
    organ: organOf(notice) ?? title,
    roundLabel: notice.roundLabel,
    team: notice.inspectionTeam,
    body: notice.inspectedBody,
    inspection: notice.dates.inspection,
    feedback: notice.dates.feedback,
    on,
    contact: notice.contact,
    ...partsOf(notice, records, reports),
  };
  const faults = faultsOf(facts);
  if (faults.length > 0) throw new Refused({ code: 'bulletinIncomplete', faults });
  return {
    name: paperName(`${title} ${catalogue(locale).papers.bulletin} ${on}`, form),
    mediaType: mediaTypes[form],
    bytes: await writeAside({ file: 'bulletin', form, facts }),
  };
}

/** A document that tells what was done was written by the inspected body; one that only tells findings, by those who inspected it. */
function organOf({ organ, inspectedBody, parts }: Notice): string | null {
  const tellsWhatWasDone = parts.some(({ items }) => items.some(({ measures }) => measures.length > 0));
  return tellsWhatWasDone ? (organ ?? inspectedBody) : (inspectedBody ?? organ);
}

/** Each item of the document with what the ledger has of it, by its position. */
function partsOf(
  notice: Notice,
  records: readonly ItemRecord[],
  reports: ReadonlyMap<string, string>,
): Pick<BulletinFacts, 'parts' | 'strangers'> {
  const left = new Map(records.map((record) => [record.position, record]));
  let position = 0;
  const parts: readonly BulletinPart[] = notice.parts.map((part, partIndex) => ({
    heading: headingOf(part),
    items: part.items.map(({ title }, index) => {
      const record = left.get((position += 1));
      left.delete(position);
      const number = `${partIndex + 1}.${index + 1}`;
      return record === undefined ? missing(number, title) : itemOf(record, reports.get(record.id) ?? null);
    }),
  }));
  return { parts, strangers: [...left.values()].map(({ number }) => number) };
}

/** Without its mark, for the notice numbers its own. */
function headingOf({ heading, number }: NoticePart): string | null {
  if (heading === null || number === null || !heading.startsWith(number)) return heading;
  return heading.slice(number.length).replace(/^[、.．\s]+/, '');
}

const itemOf = ({ number, title, item }: ItemRecord, progress: string | null): BulletinItem => ({
  number,
  title,
  state: item.state,
  statement: item.application?.statement ?? null,
  progress,
  measures: item.plan === null ? [] : item.measures.map(({ text }) => text),
  dueOn: item.interim?.checkpointOn ?? item.standing?.reviewOn ?? item.dueOn,
});

const missing = (number: string, title: string): BulletinItem => ({
  number,
  title,
  state: null,
  statement: null,
  progress: null,
  measures: [],
  dueOn: null,
});
