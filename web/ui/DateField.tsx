/**
 * A date that can always be typed, with a calendar and presets beside it. It says beneath what it understood: the weekday,
 * how many working days from today, and whether people work on that day.
 */
import { Input } from 'antd';
import { useState } from 'react';
import { dayStatus, workingDaysBetween, type WorkCalendar } from '../../core/rules/calendar.ts';
import { isLocalDate, type LocalDate } from '../../core/time.ts';
import { readTypedDate } from './typed-date.ts';
import { today, useSpeech, type Speech } from '../words.ts';
import { describedBy, Field } from './Field.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  /** A day, or the words typed so far while they are no day. */
  readonly value: LocalDate;
  readonly calendar: WorkCalendar;
  readonly presets?: readonly { readonly words: string; readonly date: LocalDate }[];
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
  readonly onChange: (date: LocalDate) => void;
}

export function DateField({ id, label, value, calendar, presets = [], fault, hint, isOptional, onChange }: Props) {
  const speech = useSpeech();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // A preset or a restored draft changes the value from outside: the text follows.
  if (shown !== value) {
    setShown(value);
    if (readTypedDate(typed, today(), calendar) !== value) setTyped(value);
  }
  const type = (text: string) => {
    setTyped(text);
    onChange(readTypedDate(text, today(), calendar) ?? text);
  };
  const advice = hint ?? speech.w.acts.hints.date;
  return (
    <Field id={id} label={label} hint={advice} fault={fault} isOptional={isOptional ?? false}>
      <div className="date-line">
        <Input
          id={id}
          value={typed}
          autoComplete="off"
          {...(fault === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
          {...describedBy(id, advice, fault)}
          onChange={(event) => type(event.target.value)}
        />
        <span className="date-native">
          <input
            type="date"
            aria-label={`${label}${speech.w.separator}${speech.w.acts.date.calendar}`}
            value={isLocalDate(value) ? value : ''}
            onClick={(event) => event.currentTarget.showPicker?.()}
            onChange={(event) => type(event.target.value)}
          />
          <span aria-hidden="true">{speech.w.acts.date.calendar}</span>
        </span>
      </div>
      {presets.length === 0 ? null : (
        <div className="presets">
          {presets.map(({ words, date }) => (
            <button key={words} type="button" className="preset" onClick={() => type(date)}>
              {words}
            </button>
          ))}
        </div>
      )}
      <p className="small" aria-live="polite">
        {value === '' ? ' ' : understood(value, calendar, speech)}
      </p>
    </Field>
  );
}

function understood(date: string, calendar: WorkCalendar, { w, labels, sentenceDate, list }: Speech): string {
  const words = w.acts.date;
  if (!isLocalDate(date)) return words.notRead;
  const days = workingDaysBetween(calendar, today(), date);
  const { kind, known, holiday } = dayStatus(calendar, date);
  const ofDay =
    kind === 'holiday'
      ? words.holiday(holiday ?? '')
      : kind === 'weekend'
        ? words.weekend
        : kind === 'makeUp'
          ? words.makeUp
          : '';
  const away = date === today() ? words.today : days < 0 ? words.past : words.working(days);
  const rest = [away, ofDay, known ? '' : labels.unpublished].filter((part) => part !== '');
  return [sentenceDate(date), list(rest)].join(w.clause);
}
