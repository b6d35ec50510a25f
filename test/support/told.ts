/** What a document gives, as lines to hold against a page: # part, number title <group> (status): measure / measure. */
import { parseNotice } from '../../documents/notice/parse.ts';

export function told(text: string): string[] {
  return parseNotice(text).parts.flatMap(({ heading, items }) => [
    ...(heading === null ? [] : [`# ${heading}`]),
    ...items.map(({ number, title, group, status, measures }) => {
      const where = group === undefined ? '' : ` <${group}>`;
      const how = status === undefined ? '' : ` (${status})`;
      const done = measures.length === 0 ? '' : `: ${measures.join(' / ')}`;
      return `${number ?? '-'} ${title}${where}${how}${done}`;
    }),
  ]);
}
