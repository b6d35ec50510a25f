/**
 * A sheet on which a unit reported how its items stand, handed out to it and entered for it: looked at first, then one fact for
 * each item, with the sheet as its file. What is recorded already is left as it is, so that the same sheet again, or the rest of
 * one that broke off, is the same press.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readForm } from './read-form.ts';
import { reportOf, soundReport } from './report.ts';
import { requireMay, type Context } from '../context.ts';
import { keepEvidence, plainName } from '../evidence/evidence.ts';
import { act } from '../items/acts.ts';
import { inTurns } from '../items/in-turns.ts';
import { livesOfRound } from '../items/lives.ts';
import { xlsxMediaType, type Paper } from '../papers/paper.ts';
import { writeAside } from '../papers/write-aside.ts';
import { notFound, refusalOf, Refused, type AnyRefusal } from '../refused.ts';
import { seenBy } from '../seen.ts';
import type { Actor } from '../../core/actor.ts';
import { canonical } from '../../core/canonical.ts';
import { faultAt, type FormFault, type FormReport } from '../../core/forms/form.ts';
import {
  progressPlan,
  type NewReport,
  type ProgressPlan,
  type ProgressReport,
  type ReportedItem,
} from '../../core/forms/progress.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { systemCommandId } from '../../core/ids.ts';
import { allowedIn } from '../../core/item/acts.ts';
import { decide } from '../../core/item/decide.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate } from '../../core/time.ts';
import { readUnit } from '../../db/people.ts';
import type { Db } from '../../db/pool.ts';
import { readRound, type RoundRow } from '../../db/rounds.ts';
import { paperName } from '../../documents/paper/file-name.ts';

/** The sheet of one unit, with those of its items that are under way. @throws Refused notFound, roundNotLaunched */
export async function progressForm(
  context: Context,
  actor: Actor,
  roundId: string,
  unitId: string,
  locale: Locale,
): Promise<Paper> {
  requireMay(actor, 'recordProgress');
  const seen = seenBy(context.pool, actor);
  const round = await launched(seen, roundId);
  const unit = await readUnit(seen, unitId);
  if (unit === null) throw notFound('unit', unitId);
  const items = [];
  for await (const { printed, facts } of livesOfRound(seen, roundId, unitId)) {
    const item = itemFrom(roundId, printed.id, facts);
    if (!allowedIn('recordProgress', round.policy).includes(item.state)) continue;
    const measures = item.plan === null ? printed.sourceMeasures : item.measures.map(({ text }) => text);
    items.push({ number: printed.number, title: printed.title, measures, dueOn: item.dueOn });
  }
  const madeAt = context.now();
  const title = `${round.title} ${catalogue(locale).formNames.progress} ${unit.name} ${localDate(madeAt)}`;
  return {
    name: paperName(title, 'xlsx'),
    mediaType: xlsxMediaType,
    bytes: await writeAside({
      file: 'progressSheet',
      facts: { locale, round: round.title, unit: unit.name, madeAt, items },
    }),
  };
}

/** What the sheet would record; nothing is written. @throws Refused notFound, roundNotLaunched, noticeUnreadable, formUnknown */
export async function previewProgress(
  context: Context,
  actor: Actor,
  roundId: string,
  bytes: Uint8Array,
): Promise<FormReport> {
  const { read, plan } = await lookedAt(context, actor, roundId, bytes);
  return reportOf(read, plan);
}

export interface GivenSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RecordedProgress extends FormReport {
  /** Of which item something was not recorded after all, and why: the same sheet again does it. */
  readonly refused: readonly { readonly itemId: string; readonly number: string; readonly refusal: AnyRefusal }[];
}

/** @throws Refused formFaults, what evidence is refused for, and what the preview throws */
export async function recordProgress(
  context: Context,
  actor: Actor,
  roundId: string,
  sheet: GivenSheet,
): Promise<RecordedProgress> {
  const { read, plan } = await lookedAt(context, actor, roundId, sheet.bytes);
  const report = soundReport(read, plan);
  const pressed = await inTurns(plan.reports, async (one) => ({
    itemId: one.itemId,
    number: one.number,
    refusal: await refusalOf(() => record(context, actor, sheet, one)),
  }));
  return {
    ...report,
    refused: pressed.flatMap(({ refusal, ...item }) => (refusal === null ? [] : [{ ...item, refusal }])),
  };
}

async function record(context: Context, actor: Actor, sheet: GivenSheet, { itemId, report }: NewReport): Promise<void> {
  const name = plainName(sheet.name);
  const incoming = await context.store.receive(Readable.from([sheet.bytes]), name);
  const { id: evidenceId } = await keepEvidence(context, actor, itemId, name, incoming);
  // Whoever enters the same report at the same time is answered that it is there.
  const said = createHash('sha256').update(canonical(report)).digest('hex').slice(0, 32);
  const commandId = systemCommandId('progress', said);
  await act(context, itemId, { type: 'recordProgress', actor, commandId, ...report, evidenceId });
}

type Life = ReportedItem & { readonly item: Item };

async function lookedAt(context: Context, actor: Actor, roundId: string, bytes: Uint8Array) {
  requireMay(actor, 'recordProgress');
  const seen = seenBy(context.pool, actor);
  const round = await launched(seen, roundId);
  const read = await readForm('progress', bytes);
  const lives = new Map<string, Life>();
  for await (const { printed, facts } of livesOfRound(seen, roundId, null)) {
    const { id: itemId, number, title } = printed;
    const item = itemFrom(roundId, itemId, facts);
    lives.set(itemId, { itemId, number, title, recorded: facts.flatMap(recorded), item });
  }
  const plan = progressPlan(read.contents, [...lives.values()]);
  const refused = plan.reports.flatMap((report) => {
    const item = lives.get(report.itemId)?.item;
    return item === undefined ? [] : refusedAt(context, actor, round, item, report);
  });
  return { read, plan: { ...plan, faults: [...plan.faults, ...refused] } satisfies ProgressPlan };
}

async function launched(db: Db, roundId: string): Promise<RoundRow> {
  const round = await readRound(db, roundId);
  if (round === null) throw notFound('round', roundId);
  if (round.state === 'draft' || round.state === 'launching') throw new Refused({ code: 'roundNotLaunched' });
  return round;
}

const recorded = (fact: ItemEvent): ProgressReport[] => {
  if (fact.type !== 'progressRecorded') return [];
  const { text, isDone, reportedOn, reporter, note } = fact;
  return [{ text, isDone, reportedOn, reporter, note }];
};

/** What the item itself would say to it, at the cell that it speaks of. */
function refusedAt(
  { now }: Context,
  actor: Actor,
  round: RoundRow,
  item: Item,
  { place, report }: NewReport,
): FormFault[] {
  const looked = { evidenceId: '', file: { sha256: '', name: '' } };
  const command = { type: 'recordProgress' as const, actor, commandId: 'preview', ...report, ...looked };
  const decision = decide(item, command, round, now());
  if ('event' in decision) return [];
  const { refusal } = decision;
  return [faultAt(place, refusal.code === 'dateAhead' ? 'reportedOn' : null, { code: 'refused', refusal })];
}
