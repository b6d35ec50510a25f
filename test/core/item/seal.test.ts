/** What the seal on a command covers, and when two commands of one id are one press. */
import { describe, expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import type { CommandOf } from '../../../core/item/command.ts';
import { isSamePress, sealText } from '../../../core/item/seal.ts';

const reason = '此项职责属于工程科，请改交。';
const command: CommandOf<'disown'> = { type: 'disown', commandId: 'press-0001', actor: actor(cast.wang), reason };

describe('the text under a seal', () => {
  it('is the same however the command is written down', () => {
    const turned = Object.fromEntries(Object.entries(command).reverse()) as unknown as typeof command;
    expect(sealText('r-1-01', turned)).toBe(sealText('r-1-01', command));
  });

  it.each<[string, string, typeof command]>([
    ['the item', 'r-1-02', command],
    ['the press', 'r-1-01', { ...command, commandId: 'press-0002' }],
    ['the person', 'r-1-01', { ...command, actor: actor(cast.lin) }],
    ['what the person may do', 'r-1-01', { ...command, actor: { ...actor(cast.wang), roles: ['admin'] } }],
    ['the words', 'r-1-01', { ...command, reason: `${reason}。` }],
  ])('is another where %s is another', (_what, itemId, other) => {
    expect(sealText(itemId, other)).not.toBe(sealText('r-1-01', command));
  });
});

describe('the same press', () => {
  it('is the same act by the same person with the same words, whatever they were entitled to at either time', () => {
    expect(isSamePress(command, { ...command, actor: { ...actor(cast.wang), roles: ['admin'], unitId: null } })).toBe(
      true,
    );
  });

  it('is none by another person, with other words, or of another act', () => {
    expect(isSamePress(command, { ...command, actor: actor(cast.lin) })).toBe(false);
    expect(isSamePress(command, { ...command, reason: `${reason}。` })).toBe(false);
    expect(isSamePress(command, { ...command, type: 'cancel' })).toBe(false);
  });
});
