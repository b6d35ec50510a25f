/** What the bodies of the contract are made of. */
import { z } from 'zod';

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instant = z.iso.datetime();
export const text = z.string().max(4000);
export const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** Checked by our own readers, which say more than a schema can; here it is only JSON. */
export const json = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);
export const role = z.enum(['staff', 'supervisor', 'admin']);
export const locale = z.enum(['zh-CN', 'en']);
