/** An edited notice as it comes back from an admin: its shape is checked whole before anything is written. */
import { z } from 'zod';
import { faultsOf } from '../input-faults.ts';
import { Refused } from '../refused.ts';
import type { Notice } from '../../core/round/notice.ts';
import { mostItems } from '../../core/round/round.ts';

const short = z.string().max(500).nullable();
const item = z.object({
  number: z.string().max(50).nullable(),
  title: z.string().trim().min(2).max(1000),
  group: z.string().max(500).exactOptional(),
  status: z.enum(['done', 'interim', 'ongoing', 'standing', 'notDone']).exactOptional(),
  measures: z.array(z.string().max(20_000)).max(100),
});

const shape = z.object({
  title: short,
  organ: short,
  roundLabel: short,
  inspectionTeam: short,
  inspectedBody: short,
  dates: z.object({ inspection: short, feedback: short, rectification: short, published: short }),
  parts: z.array(z.object({ number: z.string().max(50).nullable(), heading: short, items: z.array(item) })).max(200),
  contact: z.object({ phone: short, address: short, postcode: short, email: short }),
  // What the parser noticed travels along; nobody decides by it.
  warnings: z.custom<Notice['warnings']>((value) => Array.isArray(value)),
});

/** @throws Refused badInput with every fault, or noticeWithoutItems */
export function readNotice(value: unknown): Notice {
  const read = shape.safeParse(value);
  if (!read.success) throw new Refused({ code: 'badInput', faults: faultsOf(read.error, value, 'notice') });
  const notice = read.data;
  const count = itemCount(notice);
  if (count === 0) throw new Refused({ code: 'noticeWithoutItems', warnings: notice.warnings });
  if (count > mostItems)
    throw new Refused({
      code: 'badInput',
      faults: [{ path: 'notice.parts', allowed: `1–${mostItems}`, given: String(count) }],
    });
  return notice;
}

export const itemCount = ({ parts }: Pick<Notice, 'parts'>): number =>
  parts.reduce((count, { items }) => count + items.length, 0);
