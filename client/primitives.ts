/** What bodies are made of. What is too long, too late or not there is for core to say: here stands what is carried at all. */
import { z } from 'zod';
import { roles } from '../core/actor.ts';
import { locales } from '../core/locale.ts';
import { isLocalDate } from '../core/time.ts';

export const date = z.string().refine(isLocalDate, 'YYYY-MM-DD').meta({ format: 'date' });
export const instant = z.iso.datetime();
/** Five times what core allows, so that people get core's sentence and not a bare limit. */
export const text = z.string().max(20_000);
export const id = z.string().regex(/^[a-z0-9-]{1,60}$/, 'a-z 0-9 - (1–60)');
/** Checked by our own readers, which say more than a schema can; here it is only JSON. */
export const json = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null, '{…}');
export const role = z.enum(roles);
export const locale = z.enum(locales);
