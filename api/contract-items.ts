/** Items as they go in and come out: the part of the contract that everybody's page is made of. */
import { z } from 'zod';
import { date, id, instant, json } from '../client/primitives.ts';
import { heldBackReasons } from '../core/held-back.ts';
import { commandTypes } from '../core/item/acts.ts';
import type { DateStory, TurnStory } from '../core/item/date-story.ts';
import type { ItemEvent } from '../core/item/event.ts';
import { findingSources, itemStates, riskGrades, type Item } from '../core/item/item.ts';
import { lights } from '../core/item/light.ts';
import type { NewsStory, StepStory } from '../core/item/step-story.ts';
import { skipReasons } from '../core/item/mail-skip.ts';
import type { MailTrouble } from '../core/item/mail-trouble.ts';
import { wantedActs } from '../core/item/turn.ts';

export const light = z.enum(lights);
const itemState = z.enum(itemStates);
const commandType = z.enum(commandTypes);

/** Whose turn it is, for which act, since when and by when. */
const turn = z.object({
  party: z.enum(['admin', 'unit', 'leadLeader', 'jointReviewers', 'inspectionOffice', 'time', 'pause']),
  /** Null while no act is wanted: a date must come first, or the launch of the round. */
  act: z.enum(wantedActs).nullable(),
  /** The one person who is waited for, where it is one. */
  personId: id.nullable(),
  /** Those of a joint review that have not said yet; empty for every other party. */
  unitIds: z.array(id),
  since: instant.nullable(),
  dueOn: date.nullable(),
  workingDaysLeft: z.number().int().nullable(),
  /** Years the date rests on that are not published yet. */
  unknownYears: z.array(z.string()),
  /** The signed-in person's turn. */
  isMine: z.boolean(),
});

export const itemRow = z.object({
  id,
  roundId: id,
  position: z.number().int(),
  number: z.string(),
  title: z.string(),
  part: z.string(),
  group: z.string().nullable(),
  state: itemState,
  light,
  dueOn: date.nullable(),
  firstDueOn: date.nullable(),
  workingDaysLeft: z.number().int().nullable(),
  escalationLevel: z.number().int(),
  turn: turn.nullable(),
  unitId: id.nullable(),
  handlerId: id.nullable(),
  leadLeaderId: id.nullable(),
  /** It came back and waits for its unit to complete it, by the date of the turn. */
  isReturned: z.boolean(),
  /** Not as it was written, when last looked at: nothing of it can be relied on. */
  isBroken: z.boolean(),
  /** What the signed-in person may do now. */
  acts: z.array(commandType),
});
export type ItemRow = z.infer<typeof itemRow>;

export const itemQuery = z.object({
  round: id.optional(),
  unit: id.optional(),
  state: itemState.optional(),
  light: light.optional(),
  grade: z.enum(riskGrades).optional(),
  source: z.enum(findingSources).optional(),
  /** Only items that wait for the signed-in person. */
  mine: z.stringbool().optional(),
  q: z.string().max(100).optional(),
  /** `position`: as printed. `due`: what must be done first stands first. */
  sort: z.enum(['position', 'due']).default('position'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
});

export const itemPage = z.object({
  items: z.array(itemRow),
  /** Not exact: there are more than `count`. */
  total: z.object({ count: z.number().int(), isExact: z.boolean() }),
  next: z.string().nullable(),
  asOf: instant,
});
export type ItemPage = z.infer<typeof itemPage>;

/** In both languages: the rules of a round may have kinds of letters of their own. */
const letterName = z.object({ 'zh-CN': z.string(), en: z.string() });

const letter = z.object({
  seq: z.number().int(),
  kind: z.string(),
  name: letterName,
  /** Under which number it left, and when; null while it waits for its slot, and where it never will leave. */
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  issuedAt: instant.nullable(),
  sendAt: instant,
  /** Why it left to nobody and never will; null for one that left or still may. */
  voidBecause: z.enum(skipReasons).nullable(),
});

/** Why a mail has not left: a code, and what another program said of it, as it came. */
export const mailTrouble: z.ZodType<MailTrouble> = z.union([
  z.object({ code: z.enum(['nothingLeft', 'senderLost']) }),
  z.object({ code: z.enum(['refused', 'later', 'noAnswer', 'unwritable']), said: z.string() }),
]);

const mailReceipt = z.object({
  seq: z.number().int(),
  personId: id,
  kind: z.string(),
  sendAt: instant,
  state: z.enum(['planned', 'sending', 'sent', 'skipped', 'failed']),
  sentAt: instant.nullable(),
  skipped: z.enum(skipReasons).nullable(),
  trouble: mailTrouble.nullable(),
});

const aheadStep = z.object({
  kind: z.string(),
  at: instant,
  dueOn: date,
  level: z.number().int(),
  letter: letterName.nullable(),
  unknownYears: z.array(z.string()),
});

export const itemDetail = itemRow.extend({
  item: json<Item>(),
  events: z.array(json<ItemEvent>()),
  /** Measures printed in the imported document, to start the plan from. */
  sourceMeasures: z.array(z.string()),
  /** What a reviewer should look at twice; nothing for others, and while no application waits. */
  hints: z.object({
    isStatementCopied: z.boolean(),
    sharedFiles: z.array(z.object({ name: z.string(), itemId: id, number: z.string() })),
  }),
  /** Files that are given to nobody, and why. */
  heldBack: z.array(z.object({ evidenceId: id, because: z.enum(heldBackReasons) })),
  letters: z.array(letter),
  mails: z.array(mailReceipt),
  stepsAhead: z.array(aheadStep),
  chainVerified: z.boolean(),
});
export type ItemDetail = z.infer<typeof itemDetail>;

/** Why each of its dates, mails and letters is when it is. */
export const itemExplanation = z.object({
  itemId: id,
  number: z.string(),
  dates: z.array(json<DateStory>()),
  turn: json<TurnStory>().nullable(),
  news: z.array(json<NewsStory>()),
  steps: z.array(json<StepStory>()),
  letters: z.array(letter),
  /** What the kinds of letters are called that its steps bring. */
  letterNames: z.record(z.string(), letterName),
  mails: z.array(mailReceipt),
  rules: z.object({ policy: z.number().int(), calendar: z.number().int() }),
  /** The notices that the calendar rests on, by year. */
  notices: z.record(z.string(), z.string()),
});
export type ItemExplanation = z.infer<typeof itemExplanation>;

/** The item as committed, read back from the ledger. */
export const actAnswer = z.object({ state: itemState, seq: z.number().int() });
export type ActAnswer = z.infer<typeof actAnswer>;
