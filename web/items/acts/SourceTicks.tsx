/** Who found it: any number of sources. */
import { Checkbox } from 'antd';
import { findingSources } from '../../../core/item/item.ts';
import { useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';

export function SourceTicks({ draft: { sources }, change }: FieldProps) {
  const { labels } = useSpeech();
  return (
    <fieldset className="field" id={fieldId('sources')} tabIndex={-1}>
      <legend>{labels.fields.sources}</legend>
      <div className="ticks">
        {findingSources.map((source) => (
          <Checkbox
            key={source}
            checked={sources.includes(source)}
            onChange={({ target }) =>
              change({
                sources: findingSources.filter((one) => (one === source ? target.checked : sources.includes(one))),
              })
            }
          >
            {labels.sources[source]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
