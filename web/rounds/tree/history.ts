/** The steps taken so far are what is kept: undoing one is forgetting it, after a reload too. */
import { taken, type Step } from './steps.ts';
import type { Tree } from './tree.ts';

/** Typing in one field is one step, however many keys it took. */
function isSameField(last: Step | undefined, step: Step): boolean {
  if (last?.do !== step.do) return false;
  switch (step.do) {
    case 'reword':
      return last.do === 'reword' && last.id === step.id && last.field === step.field;
    case 'rewordMeasure':
    case 'rewordPart':
      return 'id' in last && last.id === step.id;
    default:
      return false;
  }
}

/** The steps with one more, and those alone that led somewhere. */
export function withStep(read: Tree, steps: readonly Step[], step: Step): readonly Step[] {
  const before = treeAfter(read, steps);
  if (taken(before, step) === before) return steps;
  return isSameField(steps.at(-1), step) ? [...steps.slice(0, -1), step] : [...steps, step];
}

/** A step is made once, after the steps before it: what it gave is remembered with it, so that a key costs one step. */
const given = new WeakMap<Step, Tree>();

export function treeAfter(read: Tree, steps: readonly Step[]): Tree {
  let known = steps.length;
  let tree: Tree | undefined;
  while (known > 0 && tree === undefined) {
    const step = steps[known - 1];
    tree = step === undefined ? undefined : given.get(step);
    if (tree === undefined) known -= 1;
  }
  let at = tree ?? read;
  for (const step of steps.slice(known)) {
    at = taken(at, step);
    given.set(step, at);
  }
  return at;
}
