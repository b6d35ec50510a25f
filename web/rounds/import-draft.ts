/** What an admin has pasted and edited on the way to a round, and the body that it becomes. */
import type { ImportRound, RoundPreview } from '../../api/contract.ts';
import type { Notice, NoticeItem } from '../../core/round/notice.ts';
import { isLocalDate, type LocalDate } from '../../core/time.ts';

export interface ImportDraft {
  readonly source: string;
  readonly notice: Notice | null;
  /** Sentences in the language in which the document was read. */
  readonly warnings: readonly string[];
  readonly title: string;
  readonly startsOn: LocalDate;
  /** Positions of items to be fixed at once, counted over all parts from 1. */
  readonly immediate: readonly number[];
}

export const blankImport: ImportDraft = {
  source: '',
  notice: null,
  warnings: [],
  title: '',
  startsOn: '',
  immediate: [],
};

/** What a freshly read document proposes. The period runs from the day of feedback, where the text names a whole day. */
export function proposed(source: string, { notice, warnings }: Pick<RoundPreview, 'notice' | 'warnings'>): ImportDraft {
  const { feedback } = notice.dates;
  const startsOn = feedback !== null && isLocalDate(feedback) ? feedback : '';
  const label = notice.roundLabel ?? '';
  const title = label === '' ? (notice.title ?? '') : `${notice.inspectedBody ?? ''}${label}整改`;
  return { source, notice, warnings, title, startsOn, immediate: [] };
}

export interface PlacedItem {
  readonly item: NoticeItem;
  /** Over all parts, from 1. */
  readonly position: number;
}

/** The items of each part with their position over all parts. */
export function placed(
  notice: Notice,
): readonly { readonly heading: string | null; readonly items: readonly PlacedItem[] }[] {
  let position = 0;
  return notice.parts.map(({ heading, items }) => ({
    heading,
    items: items.map((item) => ({ item, position: (position += 1) })),
  }));
}

export function withTitle(notice: Notice, position: number, title: string): Notice {
  let at = 0;
  const parts = notice.parts.map((part) => ({
    ...part,
    items: part.items.map((item) => ((at += 1) === position ? { ...item, title } : item)),
  }));
  return { ...notice, parts };
}

export const importBody = ({
  source,
  notice,
  title,
  startsOn,
  immediate,
}: ImportDraft & { readonly notice: Notice }): ImportRound => ({
  title,
  source,
  notice,
  startsOn: startsOn.slice(0, 10),
  immediateItems: [...immediate],
});
