/** The demo's diary: every fact and every mail, in the order in which they happened, as lines to read. */
import type { Context } from '../../client/context.ts';
import { namesOfAll } from '../../client/people/directory.ts';
import { news, nothingTold } from '../../client/rounds/news.ts';
import type { Actor } from '../../core/actor.ts';
import { eventText } from '../../core/i18n/catalogue.ts';
import { dateTime, weekdayName } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate, type Instant } from '../../core/time.ts';

export class Diary {
  readonly #context: Context;
  readonly #locale: Locale;
  #told = nothingTold;

  constructor(context: Context, locale: Locale) {
    this.#context = context;
    this.#locale = locale;
  }

  /** What has happened since it was last asked. */
  async linesSince(actor: Actor, roundId: string): Promise<string[]> {
    const { facts, mails, told } = await news(this.#context, actor, roundId, this.#told);
    this.#told = told;
    const names = await namesOfAll(this.#context);
    const lines = [
      ...facts.map(({ number, event }) => {
        const who = event.by === null ? '⏱' : names.person(event.by);
        return { at: event.at, text: `${who}  ${number}  ${eventText(event, this.#locale, names)}` };
      }),
      ...mails.map(({ slot, to, subject }) => ({ at: slot, text: `✉ ${to}  ${subject}` })),
    ];
    return lines.sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ at, text }) => `${this.#when(at)}  ${text}`);
  }

  #when(at: Instant): string {
    return `${dateTime(at, this.#locale)} ${weekdayName(localDate(at), this.#locale)}`;
  }
}
