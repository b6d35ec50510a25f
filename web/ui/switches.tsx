/** Two switches that act at once and are kept for this browser: language and large text. */
import { localeNames, otherLocale } from '../../core/i18n/locale-names.ts';
import { useSettings } from '../settings.tsx';
import { useSpeech } from '../words.ts';

export function LanguageSwitch() {
  const { locale, setLocale } = useSettings();
  const other = otherLocale(locale);
  return (
    <button type="button" className="tool" lang={other} onClick={() => setLocale(other)}>
      {localeNames[other]}
    </button>
  );
}

export function LargeSwitch() {
  const { isLarge, setLarge } = useSettings();
  const { w } = useSpeech();
  return (
    <button type="button" className="tool" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
      {w.shell.largeText}
    </button>
  );
}
