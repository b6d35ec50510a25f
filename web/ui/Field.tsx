/** A field's frame: label above, hint beneath it, then its fault, then the control, tied together for screen readers. */
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useSpeech } from '../words.ts';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly isOptional?: boolean;
  readonly children: ReactNode;
}

export const describedBy = (id: string, hint?: string, fault?: string): { 'aria-describedby'?: string } => {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(fault === undefined ? [] : [`${id}-fault`])];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

export function Field({ id, label, hint, fault, isOptional = false, children }: FrameProps) {
  const { w } = useSpeech();
  return (
    <div className={fault === undefined ? 'field' : 'field field-bad'}>
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="optional"> ({w.acts.optional})</span> : null}
      </label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault === undefined ? null : (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children}
    </div>
  );
}

interface TextProps extends Omit<FrameProps, 'children'> {
  readonly autoComplete?: string;
  readonly value: string;
  readonly rows?: number;
  /** A whole document, not a sentence of it. */
  readonly isLong?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField({ value, rows = 1, isLong = false, autoComplete, onChange, ...frame }: TextProps) {
  const { id, hint, fault } = frame;
  const shared = {
    id,
    value,
    ...(fault === undefined ? {} : { status: 'error' as const, 'aria-invalid': true }),
    ...describedBy(id, hint, fault),
  };
  return (
    <Field {...frame}>
      {rows > 1 ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: rows, maxRows: isLong ? 22 : 14 }}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...shared}
          {...(autoComplete === undefined ? {} : { autoComplete })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps extends Omit<FrameProps, 'children'> {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  /** What the empty choice says. */
  readonly blank?: string | undefined;
  readonly onChange: (value: string) => void;
}

export function SelectField({ value, choices, blank, onChange, ...frame }: SelectProps) {
  return (
    <Field {...frame}>
      <Choice id={frame.id} value={value} choices={choices} blank={blank} onChange={onChange} />
    </Field>
  );
}

interface ChoiceProps extends Pick<SelectProps, 'value' | 'choices' | 'blank' | 'onChange'> {
  readonly id?: string;
  readonly label?: string;
}

/** A bare select for tables; `label` where no visible one belongs to it. The first choice is "choose". */
export function Choice({ id, label, blank, value, choices, onChange }: ChoiceProps) {
  const { w } = useSpeech();
  return (
    <select
      className="select"
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{blank ?? w.wizard.choosePerson}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </select>
  );
}
