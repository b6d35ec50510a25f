/** What is wrong at one place of a template, by its row and column. */
import { plural } from '../format.ts';
import { enAssignmentProblems } from './assignment-problems.ts';
import { enLabels } from './labels.ts';
import { enRefusals } from './refusals.ts';
import { sentencesOf } from '../refusal-texts.ts';
import type { FormFault, FormProblem } from '../../forms/form.ts';

export type FormProblemTexts = {
  readonly [Code in FormProblem['code']]: (problem: Extract<FormProblem, { readonly code: Code }>) => string;
};

const { roles, formHeads, formWords, things } = enLabels;
const choices = {
  role: Object.values(roles).join(', '),
  yesOrNo: `${formWords.yes}, ${formWords.no}`,
  language: `${formWords.chinese}, ${formWords.english}`,
};

const problems: FormProblemTexts = {
  missing: () => 'nothing is filled in',
  unread: () => 'the formula has no value that can be read; write the value itself',
  tooLong: ({ most, given }) => `${plural(given, 'character')}; the most is ${most}`,
  tooShort: ({ least }) => `at least ${plural(least, 'character')}`,
  notADate: ({ given }) => `"${given}" is no date; write it as 2026-09-30`,
  assignment: ({ problem, given }) => enAssignmentProblems[problem](given),
  notAMailAddress: ({ given }) => `"${given}" is no email address`,
  notAWholeNumber: ({ given }) => `"${given}" is no whole number`,
  notOneOf: ({ choice, given }) => `"${given}" is none of: ${choices[choice]}`,
  unknown: ({ what, given }) => `there is no ${things[what].toLowerCase()} "${given}"`,
  ambiguous: ({ what, given }) =>
    what === 'person'
      ? `several people are called "${given}"; write the email address`
      : `several units are called "${given}"; give one another name first`,
  otherFinding: ({ expected }) => `it does not belong to this number, whose finding is "${expected}"`,
  refused: ({ refusal }) => sentencesOf(enRefusals, refusal).join(' ').replace(/\.$/, ''),
  twice: ({ given, sheet, row }) => `"${given}" stands in row ${row} of "${sheet}" already`,
  columnTwice: () => 'two columns have this head; remove one',
  staffWithoutUnit: () => 'staff belong to a unit',
  hasLeft: ({ given }) => `${given} has left; let them come back first`,
  lastAdmin: () => 'there must be at least one admin',
};

export function enFormFault({ sheet, row, column, head, problem }: FormFault): string {
  const place = `"${sheet}", row ${row}${column === null ? '' : `, column ${column}`}`;
  // One text per code; the compiler cannot tie a code to its own text through an index.
  const text = problems[problem.code] as (problem: FormProblem) => string;
  return `${place}${head === null ? '' : ` (${formHeads[head]})`}: ${text(problem)}.`;
}
