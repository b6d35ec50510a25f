/** `rectify explain` */
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { explainItem, type ItemExplanation } from '../client/items/explain.ts';
import { namesOfAll } from '../client/people/directory.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import {
  dateParagraphs,
  newsParagraph,
  rulesSentence,
  stepParagraph,
  turnParagraph,
} from '../core/i18n/explanation.ts';
import { dateTime, sentenceDate } from '../core/i18n/format.ts';
import type { Names } from '../core/i18n/names.ts';
import type { Locale } from '../core/locale.ts';

export async function explain(session: Session, id: string, isJson: boolean, print: Print): Promise<void> {
  const { context, locale } = session;
  const found = await explainItem(context, await session.actor(), id);
  if (isJson) return print(JSON.stringify(found, null, 2));
  const names = await namesOfAll(context);
  const { explanation, things } = catalogue(locale);
  for (const story of found.dates) {
    print(`${explanation.dates[story.date]}  ${sentenceDate(story.on, locale)}`);
    for (const paragraph of dateParagraphs(story, locale, names)) print(`    ${paragraph}`);
  }
  if (found.turn !== null) {
    print(`${things.waitingOn} ${catalogue(locale).parties[found.turn.party]}  ${sentenceDate(found.turn.on, locale)}`);
    print(`    ${turnParagraph(found.turn, locale, names) ?? ''}`.trimEnd());
  }
  print(`\n${things.mails}`);
  for (const line of mailLines(found, locale, names)) print(line);
  print(`\n${rulesSentence(found.rules, Object.keys(found.notices), locale)}`);
}

function mailLines({ news, steps, letterNames, mails }: ItemExplanation, locale: Locale, names: Names): string[] {
  const { mailLines: kinds, mailStates, skipReasons } = catalogue(locale);
  const told = [
    ...news.map((story) => ({ ...story, what: kinds[story.kind], why: newsParagraph(story, locale) })),
    ...steps.map((story) => ({
      seq: story.seq,
      sendAt: story.sendAt,
      what: [
        kinds[story.step.kind],
        ...(story.step.letter === null ? [] : [letterNames[story.step.letter]?.[locale] ?? story.step.letter]),
      ].join(' · '),
      why: stepParagraph(story, locale),
    })),
  ].sort((one, other) => (one.sendAt < other.sendAt ? -1 : one.sendAt > other.sendAt ? 1 : 0));
  return told.flatMap(({ seq, sendAt, what, why }) => [
    `${dateTime(sendAt, locale)}  ${what}`,
    `    ${why}`,
    ...mails
      .filter((mail) => mail.seq === seq)
      .map(({ personId, state, skipped }) => {
        const fate = skipped === null ? mailStates[state] : skipReasons[skipped];
        return `    ${names.person(personId)} · ${fate}`;
      }),
  ]);
}
