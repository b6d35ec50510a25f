/** What is sent to decide how a notice tells of its items, and what stands around them. */
import { z } from 'zod';
import { date } from '../primitives.ts';
import { bulletinChoices } from '../../core/round/bulletin.ts';

/** Empty is what nobody entered. */
const said = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);

/** The newest version that the writer knows: 0 where there is none. */
const version = z.int().min(0);

export const bulletinEntry = z
  .object({
    choice: z.enum(bulletinChoices),
    reason: said(500),
    title: said(1000),
    result: said(20_000),
    version,
  })
  .refine(({ choice, reason }) => (choice === 'publish') === (reason === null), {
    path: ['reason'],
    message: 'publish: null; inside, withhold: 1–500',
  });
export type BulletinEntry = z.input<typeof bulletinEntry>;
export type BulletinEntryBody = Readonly<z.output<typeof bulletinEntry>>;

export const bulletinApproval = z.object({ version });

export const bulletinFrame = z.object({
  opening: said(5000),
  organ: said(200),
  contact: z
    .object({ phone: said(200), address: said(200), postcode: said(200), email: said(200) })
    .nullable()
    .default(null),
  datedOn: date.nullable().default(null),
  version,
});
export type BulletinFrame = z.input<typeof bulletinFrame>;
export type BulletinFrameBody = Readonly<z.output<typeof bulletinFrame>>;
