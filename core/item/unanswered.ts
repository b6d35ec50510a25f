/** What follows when a letter is not answered. */
import type { Item } from './item.ts';
import { awaitedLetters } from './letter.ts';
import { daysRestedAfter } from './pause.ts';
import { again, escalating, notBeforeTheseRules, plainStep } from './step-making.ts';
import { levelReached, type Step } from './step.ts';
import { addWorkingDays } from '../rules/calendar.ts';
import type { Addressee } from '../rules/policy.ts';
import type { Rules } from '../rules/rules.ts';
import { addDays } from '../time.ts';

/**
 * The newest letter that nobody answers climbs: the next step of the escalation is taken for it, whatever its own date. After
 * that the unit is reminded, again and again and upward.
 */
export function unansweredSteps(item: Item, rules: Rules): Step[] {
  const letter = awaitedLetters(item).at(-1);
  if (letter === undefined) return [];
  const { seq, level, answerDueOn } = letter;
  // Once for each letter; what its date has brought since then counts as well.
  const hasClimbed = levelReached(item, item.dueOn) > level;
  const next = hasClimbed ? undefined : rules.policy.escalations[level];
  const on = addWorkingDays(rules.calendar, addDays(answerDueOn, daysRestedAfter(answerDueOn, item)), 1);
  const first = plainStep('letterUnanswered', answerDueOn, on, ['handler'], rules);
  const plain = { ...notBeforeTheseRules(first, rules), ofLetter: seq };
  if (next === undefined) {
    const step = again(plain, 'unit', item, rules);
    return [{ ...step, ofLetter: seq, key: `${step.key}/${seq}/0` }];
  }
  return [
    {
      ...plain,
      to: [...new Set<Addressee>(['handler', ...next.to])],
      key: `${plain.key}/${seq}/${level + 1}`,
      ...escalating(next, level + 1),
    },
  ];
}
