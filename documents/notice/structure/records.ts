/** One finding told under numbered labels, 一、整改任务 二、整改目标 三、完成情况, is one record and no list. */
import { PROBLEMS, VERDICTS, leadingLabel, type LabelKind } from '../words/labels.ts';
import { madeLine, type Line } from '../lines/normalise.ts';
import type { Section } from './outline.ts';

const textOf = (section: Section): string => section.source.slice(section.mark?.length ?? 0);

const kindOf = (section: Section): LabelKind | null => leadingLabel(textOf(section))?.kind ?? null;

/** Each section is headed by a label, the first tells the problem in one piece, a later one what was done. */
function isRecord(sections: readonly Section[]): boolean {
  const kinds = sections.map(kindOf);
  const problems = sections.filter((_, at) => PROBLEMS.has(kinds[at] ?? 'unit'));
  return (
    sections.length >= 2 &&
    kinds.every((kind) => kind !== null) &&
    PROBLEMS.has(kinds[0] ?? 'unit') &&
    kinds.some((kind) => kind !== null && VERDICTS.has(kind)) &&
    problems.every((section) => section.children.length < 2) &&
    kinds.filter((kind) => kind === 'problem').length <= 1
  );
}

function linesOf(section: Section): Line[] {
  const label = leadingLabel(textOf(section));
  const text = label?.rest === '' ? `${section.title}：` : textOf(section);
  return [
    madeLine(text, { apart: true, bold: section.body[0]?.bold ?? false }),
    ...section.body,
    ...section.children.flatMap(sourceLines),
  ];
}

const sourceLines = (section: Section): Line[] => [
  madeLine(section.source, { apart: true }),
  ...section.body,
  ...section.children.flatMap(sourceLines),
];

/** The outline with such sections as text of what holds them. */
export function foldRecords(section: Section): Section {
  if (isRecord(section.children))
    return { ...section, body: [...section.body, ...section.children.flatMap(linesOf)], children: [] };
  return { ...section, children: section.children.map(foldRecords) };
}
