/** Any number of a few, all of them seen, to be ticked. */
import { Checkbox } from 'antd';

interface Props<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly words: string }[];
  readonly ticked: readonly Value[];
  readonly fault?: string | undefined;
  /** In the order of the choices. */
  readonly onChange: (ticked: readonly Value[]) => void;
}

export function Ticks<Value extends string>({ id, label, choices, ticked, fault, onChange }: Props<Value>) {
  const toggle = (toggled: Value, isOn: boolean) =>
    onChange(choices.map(({ value }) => value).filter((value) => (value === toggled ? isOn : ticked.includes(value))));
  return (
    <fieldset className={fault === undefined ? 'field' : 'field field-bad'} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {fault === undefined ? null : <span className="fault">{fault}</span>}
      <div className="ticks">
        {choices.map(({ value, words }) => (
          <Checkbox
            key={value}
            checked={ticked.includes(value)}
            onChange={({ target }) => toggle(value, target.checked)}
          >
            {words}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
