/** What the product can find wrong with itself: its runs and its ledger against each other. */

/**
 * missing: an open item without a run · stuck: a run whose tasks fail · behind: a run that knows less than the ledger ·
 * astray: a run and the ledger hold different facts · late: a wake that passed unnoticed · left: a run of an item that needs
 * none · unknown: a run of an item that the ledger does not have · ledgerBehind: a run that knows more than the ledger ·
 * forged: a command without a seal that holds · unwritable: a fact that can never be written ·
 * broken: facts or an item that are not as they were written · retried: facts that the ledger took only when asked again · fileDamaged: evidence that is lost, or not what was handed in ·
 * fileInfected: the virus scanner found something in a file
 */
export const faultKinds = [
  'missing',
  'stuck',
  'behind',
  'astray',
  'late',
  'left',
  'unknown',
  'ledgerBehind',
  'forged',
  'unwritable',
  'retried',
  'fileDamaged',
  'fileInfected',
  'broken',
] as const;

export type FaultKind = (typeof faultKinds)[number];
