/** Why every date of an item, and every mail and letter, is when it is. */
import type { Context } from '../context.ts';
import { readableItem } from './items.ts';
import { seenBy } from '../seen.ts';
import { dateStories, turnStory, type DateStory, type TurnStory } from '../../core/item/date-story.ts';
import { mailStories, type MailStories } from '../../core/item/step-story.ts';
import { letterNames } from '../../core/i18n/letter-name.ts';
import type { Actor } from '../../core/actor.ts';
import type { Locale } from '../../core/locale.ts';
import type { LetterKind } from '../../core/rules/policy.ts';
import type { RulesVersion } from '../../core/rules/rules.ts';
import { eventsOf } from '../../db/events.ts';
import { lettersOf, type LetterRow } from '../../db/letters.ts';
import { mailReceiptsOf, type MailReceiptRow } from '../../db/mails.ts';

type LetterNames = Readonly<Record<Locale, string>>;

export interface ItemExplanation extends MailStories {
  readonly itemId: string;
  readonly number: string;
  readonly dates: DateStory[];
  readonly turn: TurnStory | null;
  /** What the letters are numbered as, and what became of each line of a mail, by the fact that brought it. */
  readonly letters: (LetterRow & { readonly name: LetterNames })[];
  /** What the kinds of letters are called that its steps bring. */
  readonly letterNames: Record<LetterKind, LetterNames>;
  readonly mails: MailReceiptRow[];
  readonly rules: RulesVersion;
  /** The notices that the calendar rests on, by year. */
  readonly notices: Record<string, string>;
}

export async function explainItem(context: Context, actor: Actor, itemId: string): Promise<ItemExplanation> {
  const { record, round } = await readableItem(context, actor, itemId);
  const { item } = record;
  const seen = seenBy(context.pool, actor);
  const named = (kind: LetterKind) => letterNames(round.policy, kind);
  const events = (await eventsOf(seen, itemId)).map(({ event }) => event);
  const told = mailStories(events, round, item);
  const kinds = told.steps.flatMap(({ step }) => step.letter ?? []);
  return {
    itemId,
    number: record.number,
    dates: dateStories(events, round, round.startsOn, item),
    turn: turnStory(item, round),
    ...told,
    letters: (await lettersOf(seen, itemId)).map((row) => ({ ...row, name: named(row.kind) })),
    letterNames: Object.fromEntries(kinds.map((kind) => [kind, named(kind)])),
    mails: await mailReceiptsOf(seen, itemId),
    rules: { policy: round.policy.version, calendar: round.calendarVersion },
    notices: Object.fromEntries(Object.entries(round.calendar).map(([year, { source }]) => [year, source])),
  };
}
