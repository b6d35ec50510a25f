/** Templates as files to take away. */
import { requireMay, type Context } from '../context.ts';
import { xlsxMediaType, type Paper } from '../papers/paper.ts';
import { writeAside } from '../papers/write-aside.ts';
import { paperName } from '../../documents/paper/file-name.ts';
import type { Actor } from '../../core/actor.ts';
import type { BlankForm } from '../../documents/forms/template.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import type { Act } from '../../core/item/roles.ts';
import type { Locale } from '../../core/locale.ts';

/** Whoever may hand it in. */
const acts: Readonly<Record<BlankForm, Act>> = { roster: 'editPeople', items: 'importRound' };

export async function template(context: Context, actor: Actor, form: BlankForm, locale: Locale): Promise<Paper> {
  requireMay(actor, acts[form]);
  return {
    name: paperName(catalogue(locale).formNames[form], 'xlsx'),
    mediaType: xlsxMediaType,
    bytes: await writeAside({ file: 'template', form, locale, madeAt: context.now() }),
  };
}
