/** Which fields of a finding are inferred, and why. */
import type { ItemFieldName } from '../../../core/round/grounds.ts';
import type { Finding } from './tree.ts';
import { useSpeech } from '../../words.ts';

export function InferredFields({ grounds }: Pick<Finding, 'grounds'>) {
  const { w, labels, list } = useSpeech();
  const { things } = labels;
  const names: Readonly<Record<ItemFieldName, string>> = {
    title: things.finding,
    level: w.wizard.tree.level,
    status: things.state,
    measures: things.measures,
    leader: things.leadLeader,
    owner: things.owner,
    unit: things.responsibleUnit,
    supportingUnits: things.supportingUnits,
    dueText: things.due,
  };
  const told = (Object.keys(names) as ItemFieldName[]).flatMap((field) => {
    const why = grounds[field]?.why;
    return why === undefined ? [] : [w.wizard.tree.inferredField(names[field], w.wizard.inferences[why])];
  });
  return told.length === 0 ? null : <p className="tree-measures inferred small">{w.wizard.inferred(list(told))}</p>;
}
