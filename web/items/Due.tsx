/** A due date never stands alone: date, weekday and the working days that are left. */
import type { LocalDate } from '../../core/time.ts';
import { useSpeech } from '../words.ts';

interface Props {
  readonly dueOn: LocalDate | null;
  readonly workingDaysLeft: number | null;
  /** What is late is said in the colour of the light, not for a date that reviewers have in their hands. */
  readonly isLate: boolean;
}

export function Due({ dueOn, workingDaysLeft, isLate }: Props) {
  const { listDate, daysLeft, labels } = useSpeech();
  if (dueOn === null) return <span className="quiet">{labels.nothing}</span>;
  return (
    <>
      <time className="date nowrap" dateTime={dueOn}>
        {listDate(dueOn)}
      </time>
      {workingDaysLeft === null || (workingDaysLeft < 0 && !isLate) ? null : (
        <>
          <span className="dot"> · </span>
          <span className={isLate ? 'due-days due-late' : 'due-days quiet'}>{daysLeft(workingDaysLeft)}</span>
        </>
      )}
    </>
  );
}
