/** A password: the present one to prove oneself with, or a new one with what makes it good. */
import { Input } from 'antd';
import { describedBy, Field } from '../ui/Field.tsx';
import { useSpeech } from '../words.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly isNew?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PasswordField({ id, label, isNew = false, value, onChange }: Props) {
  const { w } = useSpeech();
  const hint = isNew ? w.account.passwordHint : undefined;
  return (
    <Field id={id} label={label} hint={hint}>
      <Input
        id={id}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        {...describedBy(id, hint)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
