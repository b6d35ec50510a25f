/** A cell as a person typed it → its value, or a fault at its place. */
import { dayOfCell } from './day.ts';
import { betweenSeveral, plainHead, typedChoices } from './typed.ts';
import type { FormRow } from './table.ts';
import { faultAt, type FormChoice, type FormColumn, type FormFault, type FormProblem } from '../../core/forms/form.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { languageName } from '../../core/i18n/form-texts.ts';
import { locales, type Locale } from '../../core/locale.ts';
import { isMailAddress } from '../../core/mail-address.ts';
import type { LocalDate } from '../../core/time.ts';
import { roles, type Role } from '../../core/actor.ts';

export interface RowReader {
  /** Columns that have a fault. */
  readonly faulty: readonly FormColumn[];
  readonly faults: readonly FormFault[];
  /** Lines kept. @param least and @param most characters */
  readonly text: (head: FormColumn, least: number, most: number) => string | null;
  /** On one line; a name spread over its cell is drawn together. */
  readonly name: (head: FormColumn, most: number) => string | null;
  readonly email: (head: FormColumn) => string | null;
  readonly phone: (head: FormColumn, most: number) => string | null;
  readonly count: (head: FormColumn) => number | null;
  readonly date: (head: FormColumn) => LocalDate | null;
  /** Names with a comma between them. @param most characters of each */
  readonly several: (head: FormColumn, most: number) => readonly string[];
  readonly yesOrNo: (head: FormColumn) => boolean | null;
  readonly language: (head: FormColumn) => Locale | null;
  readonly roles: (head: FormColumn) => readonly Role[] | null;
}

export function readRow(row: FormRow): RowReader {
  const faults: FormFault[] = [];
  const faulty: FormColumn[] = [];
  const refuse = (head: FormColumn, problem: FormProblem): null => {
    faults.push(faultAt(row.place, head, problem));
    faulty.push(head);
    return null;
  };
  const cell = (head: FormColumn): string | null => {
    const found = row.cell(head);
    if (found === null) return null;
    return found.isUnread ? refuse(head, { code: 'unread' }) : found.text;
  };
  const within = (head: FormColumn, text: string | null, most: number): string | null => {
    const given = [...(text ?? '')].length;
    return given > most ? refuse(head, { code: 'tooLong', most, given }) : text;
  };
  const chosen = (head: FormColumn, choice: FormChoice, text: string): string | null =>
    choices[choice].get(plainHead(text)) ?? refuse(head, { code: 'notOneOf', choice, given: text });
  const only = (head: FormColumn, choice: FormChoice): string | null => {
    const text = cell(head);
    return text === null ? null : chosen(head, choice, text);
  };
  return {
    faulty,
    faults,
    text: (head, least, most) => {
      const text = within(head, cell(head), most);
      return text !== null && [...text].length < least ? refuse(head, { code: 'tooShort', least }) : text;
    },
    name: (head, most) => {
      const text = cell(head);
      return within(head, text === null ? null : drawnTogether(text), most);
    },
    email: (head) => {
      // A link that Excel made of it, and the full width in which it was typed.
      const text = cell(head)
        ?.normalize('NFKC')
        .replace(/^mailto:/i, '')
        .replaceAll(/\s/g, '');
      if (text === undefined) return null;
      return isMailAddress(text) ? text : refuse(head, { code: 'notAMailAddress', given: text });
    },
    phone: (head, most) => within(head, cell(head)?.normalize('NFKC').replaceAll(/\s+/g, ' ') ?? null, most),
    count: (head) => {
      const text = cell(head)?.normalize('NFKC').replace(/\.0+$/, '');
      if (text === undefined) return null;
      return /^\d{1,9}$/.test(text) ? Number(text) : refuse(head, { code: 'notAWholeNumber', given: text });
    },
    date: (head) => {
      const text = cell(head);
      if (text === null) return null;
      return dayOfCell(text, row.cell(head)?.day ?? null) ?? refuse(head, { code: 'notADate', given: text });
    },
    several: (head, most) =>
      (cell(head) ?? '')
        .split(betweenSeveral)
        .map(drawnTogether)
        .filter((one) => one !== '')
        .flatMap((one) => within(head, one, most) ?? []),
    yesOrNo: (head) => {
      const text = only(head, 'yesOrNo');
      return text === null ? null : text === 'yes';
    },
    language: (head) => {
      const text = only(head, 'language');
      return locales.find((locale) => locale === text) ?? null;
    },
    roles: (head) => {
      const text = cell(head);
      if (text === null) return null;
      const given = text.split(betweenSeveral).filter((one) => one.trim() !== '');
      const found = given.map((one) => chosen(head, 'role', one));
      return found.includes(null) ? null : roles.filter((role) => found.includes(role));
    },
  };
}

/** 张 三 is 张三, and John  Smith John Smith. */
const drawnTogether = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

const choices: Readonly<Record<FormChoice, ReadonlyMap<string, string>>> = {
  role: choicesOf('role', roles, (role, locale) => catalogue(locale).roles[role]),
  yesOrNo: choicesOf('yesOrNo', ['yes', 'no'] as const, (answer, locale) => catalogue(locale).formWords[answer]),
  language: choicesOf('language', locales, languageName),
};

function choicesOf<Key extends string>(
  choice: FormChoice,
  keys: readonly Key[],
  ours: (key: Key, locale: Locale) => string,
): ReadonlyMap<string, string> {
  return new Map(
    keys.flatMap((key) =>
      [...locales.map((locale) => ours(key, locale)), ...(typedChoices[choice][key] ?? [])].map(
        (text): [string, string] => [plainHead(text), key],
      ),
    ),
  );
}
