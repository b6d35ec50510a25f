/** What a person chooses for this browser: language and large text. Dark follows the system. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Locale } from '../core/locale.ts';
import { variables, type Look } from './theme.ts';

interface Settings extends Look {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly setLarge: (isLarge: boolean) => void;
}

const SettingsContext = createContext<Settings | null>(null);

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error('useSettings outside of SettingsProvider');
  return settings;
}

/** The cookie is shared with the server, whose refusals come in the same language. */
function storedLocale(): Locale {
  const [, stored] = /(?:^|; )lang=([^;]*)/.exec(document.cookie) ?? [];
  if (stored === 'en' || stored === 'zh-CN') return stored;
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}

const year = 31_536_000;
const largeKey = 'rectify.large';
const darkQuery = '(prefers-color-scheme: dark)';

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(storedLocale);
  const [isLarge, setLarge] = useState(() => localStorage.getItem(largeKey) === '1');
  const [isDark, setDark] = useState(() => matchMedia(darkQuery).matches);

  useEffect(() => {
    const query = matchMedia(darkQuery);
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.cookie = `lang=${locale}; path=/; max-age=${year}; samesite=lax`;
  }, [locale]);
  useEffect(() => {
    const { style, classList } = document.documentElement;
    for (const [name, value] of Object.entries(variables({ isDark, isLarge }))) style.setProperty(name, value);
    style.colorScheme = isDark ? 'dark' : 'light';
    classList.toggle('large', isLarge);
    localStorage.setItem(largeKey, isLarge ? '1' : '0');
  }, [isDark, isLarge]);

  const settings = useMemo(() => ({ locale, isDark, isLarge, setLocale, setLarge }), [locale, isDark, isLarge]);
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}
