/** 1.甲 2.乙 above 整改情况：一是子；二是丑。: an answer in one paragraph that counts as many points as there are findings. */
import type { Line } from '../lines/normalise.ts';
import { ANSWERS, leadingLabel } from '../words/labels.ts';
import { enumeratedIn } from '../words/measures.ts';
import type { Section } from './outline.ts';

const isBareFinding = (section: Section): boolean =>
  section.mark !== null && section.children.length === 0 && section.body.length === 0 && section.rest === '';

/** The answer under the last of findings that have none of their own, as one line for each; null where it is the last one's. */
function sharedAnswer(sections: readonly Section[]): Line[] | null {
  const last = sections.at(-1);
  if (sections.length < 2 || last === undefined || last.children.length > 0) return null;
  if (!sections.slice(0, -1).every(isBareFinding)) return null;
  const [line, ...below] = last.body;
  const label = line === undefined || line.cells !== null ? null : leadingLabel(line.text);
  if (line === undefined || label === null || !ANSWERS.has(label.kind)) return null;
  if (below.some((one) => one.cells !== null || leadingLabel(one.text) !== null)) return null;
  const points = enumeratedIn([label.rest, ...below.map((one) => one.text)].join('\n').trim());
  const head = line.text.slice(0, line.text.length - label.rest.length);
  return points.length === sections.length ? points.map(({ text }) => ({ ...line, text: `${head}${text}` })) : null;
}

/** The outline with such answers at the findings they count. */
export function spreadAnswers(section: Section): Section {
  const children = section.children.map(spreadAnswers);
  const answer = sharedAnswer(children);
  if (answer === null) return { ...section, children };
  return { ...section, children: children.map((child, at) => ({ ...child, body: answer.slice(at, at + 1) })) };
}
