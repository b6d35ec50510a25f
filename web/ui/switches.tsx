/** Two switches that act at once and are kept for this browser: language and large text. */
import { useSettings } from '../settings.tsx';
import { useSpeech } from '../words.ts';

export function LanguageSwitch() {
  const { locale, setLocale } = useSettings();
  const { w } = useSpeech();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="tool" lang={other} onClick={() => setLocale(other)}>
      {w.shell.otherLanguage}
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
