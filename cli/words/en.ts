/** What the command line itself says, in English; its type is what zh.ts must say too. Labels of the product stand in core/i18n. */
import { list, plural } from '../../core/i18n/format.ts';

/** What a demo comes to. */
interface DemoFigures {
  readonly items: number;
  readonly closed: number;
  readonly interim: number;
  readonly open: number;
  readonly mails: number;
  readonly reminders: number;
  readonly letters: number;
  readonly events: number;
}

export const en = {
  id: 'Id',
  nothing: 'Nothing fits.',
  moreRounds: 'Older rounds are not shown.',
  more: (count: string) => `${count} in all; the rest is not shown. Narrow the list, or add --json.`,
  warnings: 'To look at',
  confirm: (count: number) => `${plural(count, 'item')} will be imported. Go on? (y/N) `,
  notConfirmed: 'Nothing was imported.',
  needsYes: 'There is no terminal to confirm at. Check the preview, then add --yes to import.',
  imported: (id: string) => `Imported: ${id} (draft). Next: rectify rounds assign ${id} FILE.csv`,
  assigned: (given: number, all: number) => `${given} of ${plural(all, 'item')} assigned.`,
  discarded: (id: string) => `The draft ${id} is given up; its facts stay in the ledger.`,
  launched: (id: string) => `Round ${id} is being launched.`,
  saved: (path: string) => `Saved: ${path}`,
  entrySet: (number: string, choice: string, isLeftOut: boolean) =>
    `${number}: "${choice}".${isLeftOut ? ` Somebody else of the inspection office approves it: rectify notice approve.` : ''}`,
  entryApproved: (number: string) => `${number}: approved.`,
  frameSet: 'Saved.',
  notRead: (heads: string) => `Columns not read: ${heads}`,
  formRefused: (count: number) => `${plural(count, 'place')} to correct. Nothing was imported.`,
  formLookedAt: 'This is a preview; nothing was imported.',
  formImported: 'Imported.',
  notRecorded: (count: number) => `${plural(count, 'item')} not recorded. The same file again records what is missing.`,
  noticeVerified: {
    equal: (asOf: string) => `✓ Every line is what the ledger says as of ${asOf}.`,
    otherKey: 'What it was computed from was sealed with another key, which cannot be checked here.',
    unsealed: 'What the file says it was computed from was changed after it was sealed.',
    altered: 'The words were changed after the file was saved.',
    otherFacts: (items: string) => `Other records in the ledger than the file names: ${items}.`,
    otherLedger: 'The file is as it was saved, and the ledger says something else now.',
    missing: (line: number, expected: string) => `Missing before line ${line}: ${expected}`,
    added: (line: number, given: string) => `Added at line ${line}: ${given}`,
    differs: (line: number, given: string, expected: string) => `Line ${line}: ${given}\n  Ledger: ${expected}`,
  },
  unwritable: (path: string, why: string) => `${path} cannot be written (${why}).`,
  absenceEntered: (id: string, from: string, to: string): string => `Absence ${id} entered: ${from} to ${to}.`,
  absenceEnded: (id: string): string => `Absence ${id} has ended.`,
  handOverSeen: (done: number, mails: number) =>
    `${plural(done, 'place')} can be handed over, with ${plural(mails, 'mail')}. Nothing is done yet: add --yes.`,
  handedOver: (done: number, mails: number) => `${plural(done, 'place')} handed over, with ${plural(mails, 'mail')}.`,
  done: (state: string, seq: number) => `Done. The item is now "${state}", record ${seq}.`,
  doubled: (count: number) => `${plural(count, 'mail')} may have arrived twice (--may-have-doubled lists them).`,
  found: (what: string, count: number) => `${what}: ${count}`,
  sound: (looked: number) => `✓ ${plural(looked, 'item')} looked at; all is well.`,
  notReady: (part: string, state: string) => `✗ ${part}: ${state}.`,
  unsound: (open: number) => `✗ ${plural(open, 'fault')} for an operator to look at.`,
  intact: (items: number, facts: number, files: number) =>
    `✓ ${plural(items, 'item')}, ${plural(facts, 'record')} and ${plural(files, 'file')} verified: all as they were written.`,
  broken: (count: number) => `✗ ${plural(count, 'thing')} not as written.`,
  asOfRound: '--as-of is asked of one round (--round), narrowed by --unit, --state or --light.',
  itemsDone: (done: number) => `${plural(done, 'item')} written …`,
  bundled: (path: string, count: number, verify: string) =>
    `Bundle of ${plural(count, 'item')}: ${path}. To verify it, unpack it and run: ${verify}`,
  rowsDone: (done: number) => `${plural(done, 'row')} …`,
  exported: (path: string, rows: number, files: number) =>
    `Exported ${plural(rows, 'row')} and ${plural(files, 'file')}: ${path}. Passwords, second factors and links are not in it.`,
  takenOver: (rows: number, files: number) => `Took over ${plural(rows, 'row')} and ${plural(files, 'file')}.`,
  needsOwner: (setting: string) => `This needs the login that owns the tables: set ${setting}.`,
  filesMissing: (count: number) => `✗ ${plural(count, 'file')} of evidence missing in the store.`,
  afterImport: (verify: string, rebuild: string, invite: string) =>
    `Nobody has a password here. Next: ${verify}; start the other programs, then ${rebuild} begins the items, and ${invite} lets people in.`,
  invited: (name: string) => `${name} gets a link by mail to choose a password with.`,
  interrupted: 'Interrupted: nothing was left behind.',
  rebuilt: (begun: number, looked: number) => `${begun} of ${plural(looked, 'item')} begun anew from the ledger.`,
  lost: (count: number) =>
    count === 0
      ? 'No act is missing from the ledger.'
      : `${plural(count, 'act')} missing from the ledger; rectify recover --all does them again.`,
  recovered: (count: number) => `${plural(count, 'act')} done again.`,
  calendarVersion: (version: number, years: readonly string[]) => `Calendar version ${version}: ${list(years, 'en')}`,
  policyChosen: (id: string, version: number) => `Round ${id} has policy version ${version}.`,
  nextPreview: 'No round has moved yet. Next: rectify rules preview',
  rulesFromTo: (policy: number, calendar: number, newPolicy: number, newCalendar: number) =>
    `policy version ${policy}, calendar version ${calendar} → policy version ${newPolicy}, calendar version ${newCalendar}`,
  movedDate: 'Date that moves',
  before: 'Before',
  after: 'After',
  wouldMove: (moved: number, looked: number) =>
    `Dates would move: ${plural(moved, 'item')}. Looked at: ${plural(looked, 'item')}.`,
  rulesApplied: (rounds: number, moved: number) =>
    `Rules of ${plural(rounds, 'round')} changed, dates of ${plural(moved, 'item')} moved.`,
  applyAgain: (count: number) => `${plural(count, 'item')} left; the same command again does what is left.`,
  day: 'On the day',
  oneChange: 'One change at a time: the rules, or a hand-over.',
  renewed: (count: number) => `${plural(count, 'item')} begun anew on the code of today.`,
  userAdded: (name: string, id: string) => `Added ${name} (${id}).`,
  password: (password: string) => `Password (shown this once): ${password}`,
  noAddresses:
    'DATABASE_URL is not set, and nothing started with npm start was found here. Run npm start first, or set DATABASE_URL.',
  whoActs: 'Say who acts with --as EMAIL (or RECTIFY_AS).',
  notJson: (name: string) => `${name} is not valid JSON.`,
  unreadable: (path: string, why: string) => `${path} cannot be read (${why}).`,
  unknownAct: (act: string, known: string) => `There is no act "${act}". Known: ${known}.`,
  columns: (allowed: string) => `The first line of the CSV must be ${allowed}.`,
  unreachable: (why: string) =>
    `The database or the Temporal server does not answer (${why}). See that the system is running.`,
  /** Behind the commands and options of the help. */
  help: {
    acts: 'who acts',
    parse: 'read a feedback document or notice',
    preview: 'print JSON to edit and import',
    notice: 'an edited preview',
    yes: 'do not ask',
    assign: 'assign from CSV (item,unit,handler,leadLeader) or JSON',
    sheet: 'save a list or ledger as XLSX',
    bulletin: 'save the progress notice',
    draft: 'list what is decided about each item',
    entry: 'decide whether an item is told, and in which words',
    approveEntry: 'approve that an item is left out',
    verifyNotice: 'compare the file of a notice with the ledger',
    frame: 'set opening, organ, contact and date',
    on: 'as of this day (YYYY-MM-DD)',
    discard: 'give up a draft',
    reason: 'why',
    absenceEnter: 'enter one’s own absence, or as an admin that of --of',
    absenceEnd: 'end an absence before its last day',
    standsFor: 'in whose place: an id or an address',
    handOver: 'hand over what a person holds; without --yes only a look',
    handOverReason: 'why it is handed over',
    handOverItem: 'these items alone',
    review: 'save all of an item as XLSX',
    letter: 'save a letter that has left, by its number',
    template: 'save a template to fill in',
    importPeople: 'import people and units from a filled-in template',
    progressForm: 'save the progress report of a unit, to be filled in',
    recordProgress: 'record for a unit what it filled in',
    importRoundForm: 'make a draft round of a filled-in template',
    again: 'the same document was imported before; make another round all the same',
    dryRun: 'look only, write nothing',
    out: 'where to',
    calendarAdd: 'Add a year from the text of its notice or from JSON',
    rulesPreview: 'Tell which dates other rules would move, and who would be told',
    rulesApply: 'Put the rules in place for rounds under way, and move their dates',
    rulesReason: 'Why, for those who are told',
    policyFile: 'A policy by its name, or a file that ends in .json',
    rulesList: 'Name the policies to choose from',
    rulesChoose: 'Give a draft a policy, by its name or from a file',
    rehearse: 'play a round on a copy, with skipped time: who would get what on which day',
    rehearseChange: 'rehearsed besides, for items under way',
    heavyFrom: 'mails a day from which on the day is heavy',
    explain: 'Tell why each date, mail and letter is when it is',
    act: 'act, such as sign-for',
    fields: 'fields',
    anchors: 'print the ledger codes given out so far, to be kept elsewhere',
    verify: 'check that ledger, evidence and letters are as they were written',
    bundle: 'write all that is known of an item or a round into a file that verifies itself',
    asOf: 'as the round stood at the end of that day',
    export: 'write the whole ledger with its files into a folder, without passwords',
    import: 'take such a folder over into an empty installation',
    invite: 'send a link by mail to choose a password with',
    doctor: 'look at the run of every item, and mend it',
    rebuild: 'begin what has no run from the ledger, on an empty Temporal server too',
    recover: 'list what people did after the copy that the ledger was put back from; do it again',
    renew: 'begin all open items anew on the code of today',
    perSecond: 'items a second',
    inspectionOffice: 'belongs to the inspection office',
    passwordStdin: 'read the password from standard input',
  },
  demo: {
    noItems: 'The document names no items.',
    figures: (f: DemoFigures) =>
      `${plural(f.items, 'item')}: ${f.closed} closed, ${f.interim} with interim results, ${f.open} open. ` +
      `${plural(f.mails, 'mail')}, ${plural(f.reminders, 'reminder')}, ${plural(f.letters, 'letter')}. ${plural(f.events, 'event')}.`,
  },
};

export type Words = typeof en;
