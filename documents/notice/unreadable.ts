/** The one error of reading a notice. */
import { unreadableText } from '../../core/i18n/unreadable.ts';
import type { Unreadable } from '../../core/round/unreadable.ts';

/** Thrown where a file or a text is no notice. The message is for logs; people read `unreadableText` in their language. */
export class UnreadableNotice extends Error {
  override readonly name = 'UnreadableNotice';
  readonly facts: Unreadable;

  constructor(facts: Unreadable) {
    super(unreadableText(facts, 'en'));
    this.facts = facts;
  }
}
