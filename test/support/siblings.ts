/** Documents in one file, each above all that it tells: `===== name`, its lines, `=>`, what it gives line by line. */
import type { Notice } from '../../core/round/notice.ts';
import { warningText } from '../../core/i18n/notice-warnings.ts';

export interface Sibling {
  readonly name: string;
  readonly text: string;
  readonly told: string;
}

/** A tab is written as → so that it can be seen. */
export const siblingsIn = (file: string): Sibling[] =>
  file
    .split(/^===== /m)
    .slice(1)
    .map((block) => {
      const [name = ''] = block.split('\n', 1);
      const [text = '', told = ''] = block.slice(name.length + 1).split(/^=>\n/m);
      return { name, text: text.replaceAll('→', '\t'), told: told.trim() };
    });

const quiet = (texts: readonly (string | null)[]): string => texts.map((text) => text ?? '-').join(' | ');

/**
 * All that a notice says: title, organ, round, team, body; dates; contact; then # a part, its items as number title
 * <group> (status): measures, @ who answers, ? what went into no field and ! warnings.
 */
export function allTold(notice: Notice): string {
  const {
    title,
    organ,
    roundLabel,
    inspectionTeam,
    inspectedBody,
    contact,
    responsibilities = [],
    unplaced = [],
  } = notice;
  const dates = Object.entries(notice.dates) as [string, string | null][];
  const written = Object.values(contact) as (string | null)[];
  const items = notice.parts.flatMap((part) => [
    ...(part.heading === null ? [] : [`# ${part.heading}`]),
    ...part.items.map(({ number, title: named, group, status, measures }) =>
      [
        `${number ?? '-'} ${named}`,
        ...(group === undefined ? [] : [`<${group}>`]),
        ...(status === undefined ? [] : [`(${status})`]),
        ...(measures.length === 0 ? [] : [`: ${measures.join(' / ').replaceAll('\n', '⏎')}`]),
      ].join(' '),
    ),
  ]);
  const answering = responsibilities.map(
    ({ position, leader, owner, unit, supportingUnits, dueText, dueOn }) =>
      `@ ${position} ${quiet([leader, owner, unit, supportingUnits.join('、') || null, dueText, dueOn])}`,
  );
  return [
    quiet([title, organ, roundLabel, inspectionTeam, inspectedBody]),
    ...dates.flatMap(([name, date]) => (date === null ? [] : [`${name} ${date}`])),
    ...(written.every((value) => value === null) ? [] : [quiet(written)]),
    ...items,
    ...answering,
    ...unplaced.map(({ line, text }) => `? ${line} ${text.replaceAll('\n', '⏎')}`),
    ...notice.warnings.map((warning) => `! ${warningText(warning, 'zh-CN')}`),
  ].join('\n');
}
