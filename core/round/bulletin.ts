/** The progress notice of a round: in which forms it is handed out, and why it may not be. */

export const bulletinForms = ['docx', 'md', 'html'] as const;
export type BulletinForm = (typeof bulletinForms)[number];

/** Why an item keeps the figures from adding up, or the notice from saying what was done. */
export interface BulletinFault {
  /** 2.3 */
  readonly number: string;
  readonly problem: 'notInLedger' | 'notInDocument' | 'nothingSaid';
}
