/** What is told of a filled-in template: what its rows become, and all that is wrong with them. */
import { Refused } from '../refused.ts';
import type { FormReport } from '../../core/forms/form.ts';

type Read = Pick<FormReport, 'faults' | 'ignored'>;
type Planned = Pick<FormReport, 'entries' | 'faults'>;

export const reportOf = (read: Read, { entries, faults }: Planned): FormReport => ({
  entries,
  faults: [...read.faults, ...faults],
  ignored: read.ignored,
});

/** Of a template that may be written. @throws Refused formFaults, with all of them */
export function soundReport(read: Read, planned: Planned): FormReport {
  const report = reportOf(read, planned);
  if (report.faults.length > 0) throw new Refused({ code: 'formFaults', faults: report.faults });
  return report;
}
