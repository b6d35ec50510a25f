/** The words of the pages in English; their type is what zh.ts must say too. Labels of the product stand in core/i18n. */
import { enLabels } from '../../core/i18n/en/labels.ts';
import { agreeing, listTotal, plural, type ListTotal } from '../../core/i18n/format.ts';
import { account } from './en/account.ts';
import { handIn } from './en/hand-in.ts';
import { acts } from './en/acts.ts';
import { bulletin } from './en/bulletin.ts';
import { item } from './en/item.ts';
import { absence } from './en/absence.ts';
import { handOver } from './en/hand-over.ts';
import { openid } from './en/openid.ts';
import { rehearsal } from './en/rehearsal.ts';
import { secondFactor } from './en/second-factor.ts';
import { wizard } from './en/wizard.ts';

const { lights, things } = enLabels;

const ofThemOverdue = (overdue: ListTotal) => (overdue.count > 0 ? `, ${listTotal(overdue)} of them overdue` : '');

export const en = {
  account,
  acts,
  bulletin,
  item,
  absence,
  handOver,
  handIn,
  openid,
  rehearsal,
  secondFactor,
  wizard,
  separator: ' · ',
  clause: ', ',
  colon: ': ',
  stop: '.',
  all: 'All',
  shell: {
    skip: 'Skip to content',
    menu: 'Menu',
    places: { todo: 'To do', rounds: things.rounds, mails: things.mails, people: things.people, me: 'Me' },
    largeText: 'Large text',
    signOut: 'Sign out',
    person: (name: string) => `Signed in as ${name}`,
    breadcrumb: 'You are here',
    close: 'Close',
  },
  loading: {
    still: 'Still loading',
    retry: 'Retry',
    asOf: (time: string) => `As of ${time} (Beijing time)`,
    word: 'Loading',
  },
  errors: {
    oursText: 'This part cannot be shown just now. The rest of the page goes on working.',
    reference: (reference: string) => `Reference ${reference}`,
    notFound: 'There is no such page',
    notFoundText: 'The address may have changed, or the item was never here.',
    notAllowed: 'This account cannot see this page',
    notAllowedText: 'The item belongs to another unit. The rectification office can tell you who is responsible.',
    offline: 'The server cannot be reached',
    offlineText: 'What you typed is kept on this device. Nothing was submitted.',
    home: 'Go to the start page',
    notSaved:
      'It could not be saved just now. Your text is kept on this device and nothing was submitted. Try again later.',
    titlePrefix: (count: number) => `${count} to correct: `,
  },
  signIn: {
    title: 'Sign in',
    lead: 'Every finding becomes a promise that keeps itself.',
    password: 'Password',
    sample: 'Sample accounts',
    sampleLead: 'This installation runs on sample data. Each account shows one side of the work.',
    use: (name: string) => `Sign in as ${name}`,
    roleDoes: {
      staff: 'Signs for items, submits measures, hands in evidence',
      supervisor: 'Reviews, endorses, returns',
      admin: 'Imports rounds, assigns, launches, approves closure',
    },
    mailPage: 'Read the mails that were sent',
    emptyTitle: 'Nothing has been imported yet',
    emptyLead:
      'The sample round shows everything at once: a fictional bureau, its findings assigned to units, due dates running, mails on their way.',
    noSample: 'Nobody is here yet. The link that the first start has printed leads to the first admin.',
    loadSample: 'Set up the sample round',
    loadingSample: 'Setting up the sample round',
    sampleThen: 'Then sign in as one of these:',
  },
  todo: {
    sentence: (total: ListTotal, overdue: ListTotal) =>
      total.count === 0
        ? 'Nothing to do.'
        : `${listTotal(total)} ${agreeing(total.count, 'item needs', 'items need')} action${ofThemOverdue(overdue)}.`,
    groups: { overdue: lights.red.word, week: 'This week', later: 'Later' },
    waiting: 'Waiting on others',
    done: 'Done',
    empty: 'Nothing to do.',
    emptyNext: (date: string, number: string) => `The next due date is ${date} (${number}). A mail comes before it.`,
    emptyLater: 'A mail comes as soon as an item waits for you.',
  },
  rounds: {
    new: 'New round',
    empty: 'No round yet.',
    emptyAdmin: 'Import a feedback document to begin.',
    emptyOther: 'It appears here once the rectification office has launched one.',
    closedOf: (closed: number, total: number) => `${closed} of ${total} closed`,
    startsOn: (date: string) => `From ${date}`,
    unassigned: (count: number) => `${count} not assigned yet`,
  },
  round: {
    facts: (startsOn: string, planDueOn: string, dueOn: string) =>
      `From ${startsOn} · measures by ${planDueOn} · due ${dueOn}`,
    ofTotal: (total: number) => `of ${total}`,
    /** What stands beside a large number. */
    items: (count: number) => agreeing(count, 'item'),
    starting: (started: number, total: number) => `Launching: ${started} of ${plural(total, 'item')} started`,
    unknownYears: (years: string) =>
      `The holidays of ${years} are not published yet. Dates in it count Monday to Friday and may move.`,
    filters: 'Filters',
    words: 'Number or words',
    clear: 'Clear filters',
    found: (total: ListTotal, shown: number) =>
      total.isExact && total.count === shown
        ? plural(shown, 'item')
        : `${shown} of ${listTotal(total)} ${agreeing(total.count, 'item')} on this page`,
    firstPage: 'First page',
    nextPage: 'Next page',
    emptyFiltered: 'No item under this filter',
    empty: 'This round has no items.',
    list: 'Items of the round',
  },
  /** Files to take away. */
  papers: { title: 'Download', as: (name: string, form: string) => `${name} (${form})` },
  mails: {
    title: 'Mail log',
    lead: 'What was sent, to whom, and if not, why.',
    slot: 'Slot',
    subject: 'Subject',
    lines: 'Lines',
    digest: 'Digest',
    waiting: 'Waiting for their slot',
    waitingRow: (lines: number) => plural(lines, 'line'),
    sendNow: 'Send waiting mails now',
    confirm: (lines: number, slots: number) =>
      `${plural(lines, 'waiting line')} of ${plural(slots, 'slot')} ${agreeing(lines, 'leaves', 'leave')} at once, not at 09:00 on a working day. Sent mails cannot be taken back.`,
    doSend: 'Send now',
    keep: 'Keep the slots',
    empty: 'No mail has been sent yet.',
    unreached: (people: number) => `Nothing reaches ${plural(people, 'person', 'people')}`,
    unreachedLead: 'The mail server refused their mails for good. Correct the address, then send them again.',
    unreachedMails: (mails: number) => plural(mails, 'mail'),
    sendAgain: 'Send again',
    doubled: (count: number) =>
      `${plural(count, 'mail')} may have arrived twice: the mail server's answer was lost. Both copies have one Message-ID.`,
  },
  people: {
    title: enLabels.formNames.roster,
    lead: 'Who acts for which unit.',
    noUnit: 'Without unit',
    noPeople: 'Nobody yet',
  },
};

export type Words = typeof en;
