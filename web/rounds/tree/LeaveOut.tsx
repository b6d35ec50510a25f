/** Nothing is left out without a reason: it is asked for at the place. */
import { Input } from 'antd';
import { useState } from 'react';
import { Act } from './Act.tsx';
import Button from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useSpeech } from '../../words.ts';

interface Props {
  /** Of the finding or the measure. */
  readonly id: number;
  readonly leaveOut: (reason: string) => void;
}

export function LeaveOut({ id, leaveOut }: Props) {
  const { w, labels } = useSpeech();
  const [reason, setReason] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const field = `reason-${id}`;
  const send = () => {
    setMissing(!isReason(reason ?? ''));
    if (reason !== null && isReason(reason)) leaveOut(reason.trim());
  };
  return (
    <>
      <Act isPressed={reason !== null} onClick={() => setReason(reason === null ? '' : null)}>
        {w.wizard.tree.leaveOut}
      </Act>
      {reason === null ? null : (
        <div className="sub stack-8 tree-reason">
          <Field
            id={field}
            label={labels.fields.reason}
            hint={w.wizard.tree.reasonHint}
            fault={isMissing ? w.wizard.tree.reasonMissing : undefined}
          >
            <Input
              id={field}
              autoFocus
              maxLength={500}
              aria-describedby={`${field}-hint`}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              onPressEnter={(event) => {
                // The key would go on to whatever has the focus after the step.
                event.preventDefault();
                send();
              }}
            />
          </Field>
          <div className="row">
            <Button onClick={send}>{w.wizard.tree.leaveOutNow}</Button>
          </div>
        </div>
      )}
    </>
  );
}

/** As the server asks for it. */
const isReason = (reason: string): boolean => reason.trim().length >= 2;
