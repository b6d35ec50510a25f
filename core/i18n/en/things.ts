/** The nouns of the product in English. A word that stands alone anywhere is one of these or of labels.ts. */
export const enThings = {
  product: 'Rectify',

  round: 'Round',
  rounds: 'Rounds',
  item: 'Item',
  items: 'Items',
  finding: 'Finding',
  /** A heading of the document under which its findings stand. */
  part: 'Part',
  measure: 'Measure',
  measures: 'Measures',
  evidence: 'Evidence',
  /** The day that a file tells of. */
  aboutOn: 'Date of the material',
  feedbackDocument: 'Feedback document',
  letter: 'Letter',
  letters: 'Letters',
  mail: 'Mail',
  mails: 'Mails',
  file: 'File',
  page: 'Page',

  person: 'Person',
  people: 'People',
  email: 'Email',
  phone: 'Telephone',
  secondFactor: 'Second factor',
  singleSignOn: 'Single sign-on',
  recipient: 'Recipient',
  recipients: 'Recipients',
  unit: 'Unit',
  units: 'Units',
  /** The one unit that answers for an item. */
  responsibleUnit: 'Responsible unit',
  supportingUnits: 'Supporting units',
  /** The person of that unit who works on the item. */
  handler: 'Handler',
  leadLeader: 'Lead leader',
  liaison: 'Liaison',
  chief: 'Chief',
  /** The person who answers for one measure. */
  absence: 'Absence',
  substitute: 'Substitute',
  owner: 'Owner',
  rectificationOffice: 'Rectification office',
  inspectionOffice: 'Inspection office',

  calendar: 'Working calendar',

  number: 'No.',
  state: 'State',
  light: 'Light',
  waitingOn: 'Waiting on',
  yourTurn: 'Your turn',
  startsOn: 'Starts on',
  due: 'Due',
  itemDue: 'Item due',
  /** The due date as the launch set it, before any extension. */
  firstDue: 'First due date',
  signDue: 'Sign for by',
  planDue: 'Measures by',
  checkpoint: 'Next checkpoint',
  pause: 'Paused',
  timeline: 'Timeline',
  ahead: 'Ahead',
  /** Whose doing a step of the clock is. */
  byClock: 'By date',
  listed: 'Listed supervision',
  immediate: 'Fix at once',
};
