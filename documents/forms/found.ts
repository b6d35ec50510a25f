/** What came of looking for a template in a workbook. */
import type { FormColumn, FormFault } from '../../core/forms/form.ts';

export interface ReadForm<Contents> {
  readonly contents: Contents;
  readonly faults: readonly FormFault[];
  readonly ignored: readonly string[];
}

/** None of its sheets has these heads. */
export interface FormNotFound {
  readonly needed: readonly FormColumn[];
}
