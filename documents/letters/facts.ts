/** A numbered letter, as it is written on paper and into a mail. */
import type { LetterContents } from '../../core/item/letter.ts';
import type { LetterKind } from '../../core/rules/policy.ts';
import type { Locale } from '../../core/locale.ts';
import type { MailFrame } from '../mail/facts.ts';

export interface LetterFacts extends LetterContents {
  readonly locale: Locale;
  readonly kind: LetterKind;
  readonly year: number;
  readonly number: number;
}

export interface LetterMailFacts extends MailFrame, LetterFacts {
  readonly locale: Locale;
  readonly organ: string;
  readonly contact: string | null;
  readonly itemId: string;
}
