/** The words and hands of the demo's people: an act of the plot becomes the command that a person would send. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PlottedAct } from './plot.ts';
import { act } from '../../client/items/acts.ts';
import { readableItem, type ReadItem } from '../../client/items/items.ts';
import { directory } from '../../client/people/directory.ts';
import type { Context } from '../../client/context.ts';
import { keepEvidence } from '../../client/evidence/evidence.ts';
import type { Press } from '../../core/item/command.ts';
import type { Actor } from '../../core/actor.ts';
import { actorOf } from '../../core/people/people.ts';

/** @param admin who looks where the item stands */
export async function perform(context: Context, admin: Actor, itemId: string, plotted: PlottedAct): Promise<void> {
  const { record } = await readableItem(context, admin, itemId);
  const actor = await actorFor(context, record, plotted);
  await act(context, itemId, await commandOf(context, record, plotted, actor));
}

async function actorFor(context: Context, { item }: ReadItem['record'], { hand }: PlottedAct): Promise<Actor> {
  const { people } = await directory(context.pool);
  const person = people.find(({ id, inInspectionOffice, roles }) => {
    switch (hand) {
      case 'handler':
        return id === item.handlerId;
      case 'leadLeader':
        return id === item.leadLeaderId;
      case 'inspectionOffice':
        return inInspectionOffice && roles.includes('supervisor');
    }
  });
  if (person === undefined) throw new Error(`the demo has nobody as ${hand}`);
  return actorOf(person);
}

async function commandOf(
  context: Context,
  { item, sourceMeasures, title }: ReadItem['record'],
  { type, until = '' }: PlottedAct,
  actor: Actor,
): Promise<Press> {
  const pressed = { actor, commandId: randomUUID() };
  const measureIds = item.measures.map(({ id }) => id);
  switch (type) {
    case 'signFor':
    case 'approvePlan':
    case 'grantExtension':
      return { type, ...pressed };
    case 'submitPlan': {
      const texts = sourceMeasures.length === 0 ? [`就“${title}”逐项核对并整改`] : sourceMeasures;
      const measures = texts.slice(0, 10).map((text) => ({
        text: text.slice(0, 1000),
        ownerId: item.handlerId,
        dueOn: item.dueOn,
      }));
      return { type, ...pressed, rootCause: '责任分工不够明确，日常检查不够经常。', measures };
    }
    case 'addEvidence': {
      const name = `佐证材料-${item.number}-${item.evidence.length + 1}.txt`;
      const words = `${item.number} ${title}\n整改完成情况说明，第${item.evidence.length + 1}份。\n`;
      const incoming = await context.store.receive(Readable.from([Buffer.from(words)]), name);
      const { id } = await keepEvidence(context, actor, item.itemId, name, incoming);
      return { type, ...pressed, evidenceId: id, measureIds, aboutOn: null };
    }
    case 'requestClosure':
      return { type, ...pressed, statement: '各项措施已经落实，材料齐全，申请销号。', unproven: [] };
    case 'return': {
      const reason = '现有材料只说明了做法，请补充结果和签字页。';
      return { type, ...pressed, measureIds: measureIds.slice(0, 1), reason, dueOn: until };
    }
    case 'endorse':
      return { type, ...pressed, opinion: '材料与措施相符，同意上报。' };
    case 'approveClosure':
      return { type, ...pressed, opinion: '经核实，同意销号。' };
    case 'acceptInterim':
      return { type, ...pressed, opinion: '已取得阶段性成效，按期复核后再定。', checkpointOn: until };
    case 'requestExtension': {
      const words = { reason: '涉及外单位配合，所需手续尚未办完。', progress: '已完成七成，其余正在办理。' };
      return { type, ...pressed, until, ...words };
    }
    case 'refuseExtension':
      return { type, ...pressed, reason: '理由不充分，请按原定期限完成。' };
    default:
      throw new Error(`the demo has no words for ${type}`);
  }
}
