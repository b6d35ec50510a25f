/** Which measures something is about: all of them with their words, to be ticked. */
import { Checkbox } from 'antd';
import type { Measure } from '../../../core/item/item.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly measures: readonly Measure[];
  readonly ticked: readonly string[];
  readonly fault?: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

export function MeasureTicks({ id, label, measures, ticked, fault, onChange }: Props) {
  const toggle = (measureId: string, isOn: boolean) =>
    onChange(
      measures.map((measure) => measure.id).filter((known) => (known === measureId ? isOn : ticked.includes(known))),
    );
  return (
    <fieldset className={fault === undefined ? 'field' : 'field field-bad'} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {fault === undefined ? null : <span className="fault">{fault}</span>}
      <div className="ticks">
        {measures.map((measure, index) => (
          <Checkbox
            key={measure.id}
            checked={ticked.includes(measure.id)}
            onChange={({ target }) => toggle(measure.id, target.checked)}
          >
            {index + 1}. {measure.text}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
