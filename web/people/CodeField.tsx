/** The code of a second factor: shown by a device now, or kept for when that is lost. */
import { TextField } from '../ui/Field.tsx';
import { useSpeech } from '../words.ts';

interface Props {
  /** No recovery code counts yet. */
  readonly isFirst?: boolean;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

export function CodeField({ isFirst = false, value, onChange }: Props) {
  const { w } = useSpeech();
  return (
    <TextField
      id="code"
      label={w.secondFactor.code}
      hint={isFirst ? w.secondFactor.firstHint : w.secondFactor.codeHint}
      autoComplete="one-time-code"
      value={value}
      onChange={onChange}
    />
  );
}
