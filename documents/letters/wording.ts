/** 提醒函 and 督办函 in words: four short paragraphs, fact, state, demand, what follows and who answers. */
import type { LetterFacts } from './facts.ts';
import { letterWords } from './words.ts';
import { oneLine, shortened } from '../mail/markup.ts';
import { mailWords } from '../mail/words.ts';
import { paperName } from '../paper/file-name.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { letterDate, sentenceDate, unpublishedMark } from '../../core/i18n/format.ts';

/** The letter in words, whatever it is printed on. */
export interface LetterWording {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
  /** What stands below it and is no part of it. */
  readonly notes: readonly string[];
}

export function letterWording(facts: LetterFacts): LetterWording {
  const letter = letterWords(facts.locale);
  const kind = oneLine(facts.name[facts.locale]);
  const title = shortened(facts.title, 80);
  const date = letterDate(facts.issuedOn, facts.locale);
  const paragraphs = [
    letter.fact({
      round: shortened(facts.round, 200),
      number: oneLine(facts.itemNumber),
      title: shortened(facts.title, 500),
      first: letterDate(facts.firstDueOn, facts.locale),
      due: letterDate(facts.dueOn, facts.locale),
      granted: facts.extensionsGranted,
      refused: facts.extensionsRefused,
      days: facts.workingDaysOverdue,
    }),
    letter.state({ date, state: facts.state, measures: facts.measures, without: facts.measuresWithoutEvidence }),
    ...whyOf(facts),
    demandOf(facts),
    ladderOf(facts),
    ...(letter.closing === null ? [] : [letter.closing]),
  ];
  return {
    title: letter.title(kind, title),
    number: letter.number(oneLine(facts.numberPrefix), facts.year, facts.number),
    to: letter.to(oneLine(facts.responsibleUnit)),
    paragraphs,
    signature: oneLine(facts.organ),
    date,
    notes: [unpublishedMark(facts.unpublishedYears, facts.locale), letter.translation].filter((note) => note !== null),
  };
}

/** Why this letter, where no date is the reason. */
function whyOf({ locale, reason, unanswered }: LetterFacts): string[] {
  const letter = letterWords(locale);
  return [
    ...(unanswered === null ? [] : [letter.unanswered(unanswered.year, unanswered.number)]),
    ...(reason === null ? [] : [letter.reason(shortened(reason, 4000))]),
  ];
}

function demandOf({ locale, answerBy, wantsAnswer }: LetterFacts): string {
  const letter = letterWords(locale);
  const date = sentenceDate(answerBy, locale);
  return `${letter.demand(date)}${wantsAnswer ? letter.answer(date) : ''}`;
}

/** 云水整督〔2026〕12号 督办函.docx */
export function letterFileName({ locale, name, numberPrefix, year, number }: LetterFacts): string {
  const numbered = letterWords(locale).number(oneLine(numberPrefix), year, number);
  return paperName(`${numbered} ${name[locale]}`, 'docx');
}

/** The ladder is visible to whoever stands on it: this step, the next one, and where to raise difficulties. */
function ladderOf(facts: LetterFacts): string {
  const { locale, level, next, organ, contact, policyVersion } = facts;
  const letter = letterWords(locale);
  const names = next?.to.map((addressee) => catalogue(locale).addressees[addressee]) ?? [];
  const follows =
    next === null
      ? ''
      : letter.next({
          version: policyVersion,
          date: letterDate(next.on, locale),
          to: mailWords(locale).addressees(names),
          interview: next.proposesInterview,
          lists: next.lists,
        });
  return `${level === 0 ? '' : letter.step(level)}${follows}${letter.contact(oneLine(organ), contact === null ? null : oneLine(contact))}`;
}
