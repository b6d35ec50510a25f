/** What the document says of who answers for one item and by when, in its own words. */
import type { Responsibility } from '../../core/round/notice.ts';
import { useSpeech } from '../words.ts';

export function Said({ said }: { readonly said: Omit<Responsibility, 'position'> }) {
  const { w, labels } = useSpeech();
  const { things } = labels;
  const facts = [
    [things.leadLeader, said.leader],
    [things.owner, said.owner],
    [things.responsibleUnit, said.unit],
    [things.supportingUnits, said.supportingUnits.join('、') || null],
    [things.due, said.dueText],
  ] as const;
  const told = facts.flatMap(([words, text]) => (text === null ? [] : [w.wizard.saidAs(words, text)]));
  return <span className="quiet small">{w.wizard.inDocument(told.join(w.separator))}</span>;
}
