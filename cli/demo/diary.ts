/** The demo's diary: every fact and every mail, in the order in which they happened, as lines to read. */
import { eventText } from '../../core/i18n/catalogue.ts';
import { dateTime, weekdayName } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/locale.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { localDate, type Instant } from '../../core/time.ts';
import type { Db } from '../../db/pool.ts';

interface Line {
  readonly at: Instant;
  readonly text: string;
}

export class Diary {
  readonly #db: Db;
  readonly #locale: Locale;
  readonly #names = new Map<string, string>();
  readonly #toldFacts = new Set<string>();
  #toldMail = 0;

  constructor(db: Db, locale: Locale) {
    this.#db = db;
    this.#locale = locale;
  }

  /** What has happened since it was last asked. */
  async news(roundId: string): Promise<string[]> {
    if (this.#names.size === 0) await this.#learnNames();
    const lines = [...(await this.#facts(roundId)), ...(await this.#mails())];
    return lines.sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ text }) => text);
  }

  async #learnNames(): Promise<void> {
    const { rows } = await this.#db.query<{ id: string; name: string }>(
      'SELECT id, name FROM person UNION ALL SELECT id, name FROM unit',
    );
    for (const { id, name } of rows) this.#names.set(id, name);
  }

  async #facts(roundId: string): Promise<Line[]> {
    const { rows } = await this.#db.query<{ key: string; number: string; body: ItemEvent }>(
      `SELECT event.item_id || '/' || event.seq AS key, item.number, event.body
       FROM event JOIN item ON item.id = event.item_id
       WHERE item.round_id = $1 AND NOT event.item_id || '/' || event.seq = ANY($2)
       ORDER BY event.at, item.position, event.seq`,
      [roundId, [...this.#toldFacts]],
    );
    for (const { key } of rows) this.#toldFacts.add(key);
    const name = (id: string) => this.#names.get(id) ?? id;
    return rows.map(({ number, body }) => {
      const who = body.by === null ? '⏱' : name(body.by);
      const what = eventText(body, this.#locale, { person: name, unit: name });
      return { at: body.at, text: `${this.#when(body.at)}  ${who}  ${number}  ${what}` };
    });
  }

  async #mails(): Promise<Line[]> {
    const { rows } = await this.#db.query<{ id: number; slot: Instant; name: string; subject: string }>(
      `SELECT mail.id, mail.slot, person.name, mail.subject FROM mail JOIN person ON person.id = mail.person_id
       WHERE mail.state = 'sent' AND mail.id > $1 ORDER BY mail.id`,
      [this.#toldMail],
    );
    this.#toldMail = rows.at(-1)?.id ?? this.#toldMail;
    return rows.map(({ slot, name, subject }) => ({
      at: slot,
      text: `${this.#when(slot)}  ✉ ${name}  ${subject}`,
    }));
  }

  #when(at: Instant): string {
    return `${dateTime(at, this.#locale)} ${weekdayName(localDate(at), this.#locale)}`;
  }
}
