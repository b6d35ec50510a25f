/** What each language calls itself: on the switch that leads to it, and so in neither word file. */
import type { Locale } from '../locale.ts';

export const localeNames: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');
