/** What an admin has pasted and edited on the way to a round, and the body that it becomes. */
import type { ImportRound, RoundPreview } from '../../api/contract.ts';
import type { ImportedFile } from '../../core/round/imported.ts';
import type { Notice } from '../../core/round/notice.ts';
import { isLocalDate, type LocalDate } from '../../core/time.ts';
import type { Step } from './tree/steps.ts';
import { immediateOf, leftOutOf, noticeOf, type Tree } from './tree/tree.ts';

export interface ImportDraft {
  readonly source: string;
  /** What the source was read from; null for a text. */
  readonly file: ImportedFile | null;
  readonly notice: Notice | null;
  /** Whether the document is looked at again after it was read. */
  readonly isBack: boolean;
  /** Sentences in the language in which the document was read. */
  readonly warnings: readonly string[];
  /** Every count of its findings that the text states, in its order. */
  readonly stated: readonly number[];
  readonly title: string;
  readonly startsOn: LocalDate;
  /** The name of one that was chosen; empty for the standard one. */
  readonly policy: string;
  /** What was changed of the notice as it was read. */
  readonly steps: readonly Step[];
}

export const blankImport: ImportDraft = {
  source: '',
  file: null,
  notice: null,
  isBack: false,
  warnings: [],
  stated: [],
  title: '',
  startsOn: '',
  policy: '',
  steps: [],
};

/** A document as it was read; with the file, where it came in one. */
type Read = Omit<RoundPreview, 'itemCount'> & { readonly file?: ImportedFile | null };

/** What a freshly read document proposes. The period runs from the day of feedback, where the text names a whole day. */
export function proposed(source: string, { notice, warnings, stated, file = null }: Read): ImportDraft {
  const { feedback } = notice.dates;
  const startsOn = feedback !== null && isLocalDate(feedback) ? feedback : '';
  const label = notice.roundLabel ?? '';
  const title = label === '' ? (notice.title ?? '') : `${notice.inspectedBody ?? ''}${label}整改`;
  return { source, file, notice, isBack: false, warnings, stated, title, startsOn, policy: '', steps: [] };
}

/** A document that says the same when it is read again keeps what was changed of it. */
export const readInto = (draft: ImportDraft, source: string, read: Read): ImportDraft =>
  JSON.stringify(read.notice) === JSON.stringify(draft.notice)
    ? { ...draft, source, file: read.file ?? null, isBack: false, warnings: read.warnings, stated: read.stated }
    : proposed(source, read);

/** What to look at again, but for the count of findings: that is held against the tree as it changes. */
export const lastingWarnings = ({ warnings }: Pick<ImportDraft, 'warnings'>, notice: Notice): readonly string[] =>
  warnings.filter((_, at) => {
    const warning = notice.warnings[at];
    return warning?.code !== 'countDiffers' || warning.counted !== 'items';
  });

type Ready = ImportDraft & { readonly notice: Notice };

export function importBody(
  { source, file, notice, title, startsOn, policy }: Ready,
  tree: Tree,
  again = false,
): ImportRound {
  const leftOut = leftOutOf(tree);
  return {
    title,
    source,
    notice: noticeOf(notice, tree),
    startsOn: startsOn.slice(0, 10),
    immediateItems: immediateOf(tree),
    ...(policy === '' ? {} : { policy }),
    ...(file === null ? {} : { file }),
    ...(again ? { again } : {}),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
}
