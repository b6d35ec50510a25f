/** The progress notice of a round: in which forms and for whom it is handed out, and why it may not be. */

export const bulletinForms = ['docx', 'md', 'html'] as const;
export type BulletinForm = (typeof bulletinForms)[number];

/** public: whoever reads the web page · inside: those of the Party to whom it is circulated, who are told more. */
export const audiences = ['public', 'inside'] as const;
export type Audience = (typeof audiences)[number];

/** publish: told to everybody · inside: told inside alone · withhold: told to nobody, and counted all the same. */
export const bulletinChoices = ['publish', 'inside', 'withhold'] as const;
export type BulletinChoice = (typeof bulletinChoices)[number];

/** Whether an item is told of. Whatever is not is counted. */
export const isTold = (choice: BulletinChoice, audience: Audience): boolean =>
  choice === 'publish' || (choice === 'inside' && audience === 'inside');

/** Why an item keeps the figures from adding up, or the notice from saying what was done. */
export interface BulletinFault {
  /** 2.3 */
  readonly number: string;
  readonly problem: 'notInLedger' | 'notInDocument' | 'nothingSaid' | 'notApproved';
}
