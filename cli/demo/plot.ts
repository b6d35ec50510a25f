/** Who does what when in the demo: a course for each item, and the acts of each course with their days. Pure. */
import { addWorkingDays, workingDayFrom, type WorkCalendar } from '../../core/rules/calendar.ts';
import { addDays, type LocalDate } from '../../core/time.ts';
import type { CommandType } from '../../core/item/acts.ts';

/**
 * closed: as it should be · returned: once, then closed · extended: asked for time and got it · refused: asked, did not get
 * it, ran late and closed · interim: results so far, with a checkpoint · late: never handed in.
 */
export type Course = 'closed' | 'returned' | 'extended' | 'refused' | 'interim' | 'late';

/** One of each first, so that even a short document shows them; the rest close, and a long list ends with interim results. */
export function courseOf(index: number, count: number): Course {
  const firsts: readonly Course[] = ['returned', 'extended', 'refused', 'interim', 'late'];
  return firsts[index] ?? (index === count - 1 && count >= 8 ? 'interim' : 'closed');
}

/** Whose hands: of the item's own handler and lead leader, or of the inspection office. */
type Hand = 'handler' | 'leadLeader' | 'inspectionOffice';

export interface PlottedAct {
  readonly on: LocalDate;
  readonly index: number;
  readonly hand: Hand;
  readonly type: CommandType;
  /** The date the act names: a return's, an extension's or a checkpoint's. */
  readonly until?: LocalDate;
}

export interface Plot {
  readonly acts: readonly PlottedAct[];
  /** The last day that is looked at. */
  readonly endsOn: LocalDate;
}

export function plot(courses: readonly Course[], startsOn: LocalDate, dueOn: LocalDate, calendar: WorkCalendar): Plot {
  const after = (days: number, from = startsOn) => workingDayFrom(calendar, addDays(from, days));
  const acts = courses.flatMap((course, index) => courseActs(course, index, dueOn, calendar, after));
  const ordered = acts.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return { acts: ordered, endsOn: after(3, addWorkingDays(calendar, dueOn, 21)) };
}

type After = (days: number, from?: LocalDate) => LocalDate;

function courseActs(
  course: Course,
  index: number,
  dueOn: LocalDate,
  calendar: WorkCalendar,
  after: After,
): PlottedAct[] {
  const act = (on: LocalDate, hand: Hand, type: CommandType, until?: LocalDate): PlottedAct => ({
    on,
    index,
    hand,
    type,
    ...(until === undefined ? {} : { until }),
  });
  const handIn = (on: LocalDate) => [act(on, 'handler', 'addEvidence'), act(on, 'handler', 'requestClosure')];
  const approve = (on: LocalDate, last: CommandType, until?: LocalDate) => [
    act(on, 'leadLeader', 'endorse'),
    act(after(2, on), 'inspectionOffice', last, until),
  ];
  const begin = [
    act(after(1), 'handler', 'signFor'),
    act(after(14), 'handler', 'submitPlan'),
    act(after(16), 'leadLeader', 'approvePlan'),
  ];
  switch (course) {
    case 'closed': {
      const on = after(60 + (index % 5) * 20);
      return [...begin, ...handIn(on), ...approve(after(3, on), 'approveClosure')];
    }
    case 'returned': {
      const on = after(60);
      const back = after(3, on);
      const again = after(10, back);
      return [
        ...begin,
        ...handIn(on),
        act(back, 'leadLeader', 'return', addWorkingDays(calendar, back, 10)),
        ...handIn(again),
        ...approve(after(3, again), 'approveClosure'),
      ];
    }
    case 'extended': {
      const ask = addDays(dueOn, -30);
      const until = addWorkingDays(calendar, dueOn, 20);
      const on = after(0, addDays(until, -8));
      return [
        ...begin,
        act(after(0, ask), 'handler', 'requestExtension', until),
        act(after(3, ask), 'inspectionOffice', 'grantExtension'),
        ...handIn(on),
        ...approve(after(3, on), 'approveClosure'),
      ];
    }
    case 'refused': {
      const ask = addDays(dueOn, -30);
      const on = addWorkingDays(calendar, dueOn, 7);
      return [
        ...begin,
        act(after(0, ask), 'handler', 'requestExtension', addWorkingDays(calendar, dueOn, 40)),
        act(after(3, ask), 'inspectionOffice', 'refuseExtension'),
        ...handIn(on),
        ...approve(after(3, on), 'approveClosure'),
      ];
    }
    case 'interim': {
      const on = addDays(dueOn, -21);
      const checkpointOn = addWorkingDays(calendar, dueOn, 60);
      return [...begin, ...handIn(after(0, on)), ...approve(after(3, on), 'acceptInterim', checkpointOn)];
    }
    case 'late':
      return [
        act(after(9), 'handler', 'signFor'),
        act(after(40), 'handler', 'submitPlan'),
        act(after(42), 'leadLeader', 'approvePlan'),
      ];
  }
}
