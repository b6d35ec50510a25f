/** What a progress notice says, in English; its type is what zh.ts must say too. */
import { plural } from '../../../core/i18n/format.ts';
import type { Counted } from '../figures.ts';

type Count = Readonly<Record<Counted, number>>;

interface Inspection {
  readonly team: string | null;
  readonly body: string | null;
  readonly when: string | null;
}

interface Contact {
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
}

const team = 'the inspection team';
const body = 'the inspected body';

export const en = {
  /** Sentences of one paragraph. */
  together: (sentences: readonly string[]) => sentences.join(' '),
  title: (organ: string, round: string | null) =>
    `Notice of ${organ} on the progress of rectification${round === null ? '' : ` after the inspection (${round})`}`,
  opening: {
    inspected: ({ round, when, ...who }: Inspection & { readonly round: string | null }) =>
      `${round === null ? '' : `In the round ${round}, `}${who.team ?? team} inspected ${who.body ?? body}${when === null ? '' : ` (${when})`}.`,
    fedBack: ({ when, ...who }: Inspection) =>
      `The findings of ${who.team ?? team} were handed over${when === null ? '' : ` on ${when}`}.`,
    published: 'The progress of rectification is hereby published.',
  },
  span: (from: string, until: string) => `${from} to ${until}`,
  /** A month or a year, where no day is known. */
  roughly: (year: string, month: number | null) => (month === null ? year : `${year}, month ${month}`),
  /** Each figure as it stands in the sentences that follow. */
  counted: {
    whole: (count: number) => plural(count, 'finding'),
    done: (count: number) => `${count} closed`,
    interim: (count: number) => `${count} with interim results`,
    standing: (count: number) => plural(count, 'standing task'),
    ongoing: (count: number) => `${count} in progress`,
    cancelled: (count: number) => `${count} not pursued`,
    told: (count: number) => plural(count, 'finding'),
    omitted: (count: number) => plural(count, 'finding'),
  },
  figures: (date: string, { whole, done, interim, standing, ongoing, cancelled }: Count): string =>
    `As of ${date}, of ${en.counted.whole(whole)}: ${en.counted.done(done)}, ${en.counted.interim(interim)}, ` +
    `${en.counted.standing(standing)}, ${en.counted.ongoing(ongoing)}, ${en.counted.cancelled(cancelled)}.`,
  /** Where not all are told of. */
  parted: ({ told, omitted }: Count): string =>
    `This notice tells of ${en.counted.told(told)}; of the other ${en.counted.omitted(omitted)} it does not tell.`,
  numbered: (level: 1 | 2, number: number, said: string) =>
    level === 1 ? `${number}. ${said}` : `(${number}) ${said}`,
  otherPart: 'Other findings',
  answer: {
    of: (told: string) => `Progress: ${told}`,
    stop: '.',
    /** Between two lines of which the first has no stop. */
    clause: '; ',
    done: () => 'This finding is closed.',
    interim: (date: string | null) =>
      `This finding has interim results; work goes on${date === null ? '' : `, and is looked at again on ${date}`}.`,
    standing: () => 'This finding is kept up as a standing task.',
    ongoing: (date: string | null) => `This finding is under way${date === null ? '' : `, due ${date}`}.`,
    cancelled: () => 'This finding was withdrawn with approval.',
  },
  contact: ({ phone, address, postcode, email }: Contact) =>
    [
      'Everybody is welcome to watch over rectification and to write to us.',
      ...(phone === null ? [] : [`Telephone: ${phone}.`]),
      ...(address === null ? [] : [`Address: ${address}.`]),
      ...(postcode === null ? [] : [`Postcode: ${postcode}.`]),
      ...(email === null ? [] : [`Mail: ${email}.`]),
    ].join(' '),
};

export type BulletinWords = typeof en;
