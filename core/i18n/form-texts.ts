/** What comes of a template, as sentences: a fault at its place, a change with what was and what will be. */
import { catalogue } from './catalogue.ts';
import { enFormFault } from './en/form-faults.ts';
import { list } from './format.ts';
import { zhFormFault } from './zh/form-faults.ts';
import { roles } from '../actor.ts';
import { locales, type Locale } from '../locale.ts';
import type { FormChange, FormFault, FormValue } from '../forms/form.ts';

export const formFaultText = (fault: FormFault, locale: Locale): string =>
  locale === 'en' ? enFormFault(fault) : zhFormFault(fault);

/** 权限：经办人员 → 审核人员 */
export function formChangeText({ head, before, after }: FormChange, locale: Locale): string {
  const { formHeads, nothing } = catalogue(locale);
  const shown = (value: FormValue): string => {
    const text = valueText(value, locale);
    return text === '' ? nothing : text;
  };
  return `${formHeads[head]}  ${shown(before)} → ${shown(after)}`;
}

/** A language as a template writes it. */
export function languageName(language: Locale, locale: Locale): string {
  const { chinese, english } = catalogue(locale).formWords;
  return language === 'en' ? english : chinese;
}

function valueText(value: FormValue, locale: Locale): string {
  const { formWords, roles: roleNames } = catalogue(locale);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? formWords.yes : formWords.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const language = locales.find((known) => known === value);
    return language === undefined ? value : languageName(language, locale);
  }
  return list(
    value.map((one) => {
      const role = roles.find((known) => known === one);
      return role === undefined ? one : roleNames[role];
    }),
    locale,
  );
}
