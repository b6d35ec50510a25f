/** Nobody judges their own work and nobody passes two stages, whichever roles, units and leaderships they collect. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cast, type CastMember } from '../../support/cast.ts';
import { substitutes } from '../../support/lives.ts';
import { inState, launched, type Story } from '../../support/story.ts';
import { roles } from '../../../core/actor.ts';
import type { CommandType } from '../../../core/item/acts.ts';

/** 张立 as everything at once; moved to another unit between two acts, which is how a clever person might try. */
const everything: CastMember = { ...cast.zhang, roles };
const ofUnit = { ...everything, unitId: 'finance' };
const ofBureau = { ...everything, unitId: 'bureau', inInspectionOffice: true };

const judging: readonly CommandType[] = ['return', 'endorse', 'approveClosure', 'acceptInterim', 'acceptStanding'];

const submittedBy = (who: CastMember, policy = {}): Story =>
  launched({ immediate: true, policy }).act('signFor').act('requestClosure', {}, who);

describe('the applicant', () => {
  it('never endorses nor returns the own application, though lead leader', () => {
    const story = submittedBy(ofUnit);
    const refusal = { code: 'ownApplication', applicantId: 'zhang' };
    expect(story.refusal('endorse', {}, ofBureau)).toEqual(refusal);
    expect(story.refusal('return', {}, ofBureau)).toEqual(refusal);
  });

  it.each(['approveClosure', 'acceptInterim', 'acceptStanding'] as const)(
    'never does %s, though moved to another unit since',
    (type) => {
      const moved = { ...cast.wang, roles, unitId: 'inspection', inInspectionOffice: true };
      const refusal = { code: 'ownApplication', applicantId: 'wang' };
      expect(submittedBy(cast.wang).act('endorse').refusal(type, {}, moved)).toEqual(refusal);
      const oneStage = submittedBy(cast.wang, { closureReview: 'approveOnly' });
      expect(oneStage.refusal(type, {}, moved)).toEqual(refusal);
    },
  );

  it('is also whoever handed in evidence for the application of another', () => {
    const moved = { ...cast.wang, roles, unitId: 'inspection', inInspectionOffice: true };
    const story = launched({ immediate: true }).act('signFor').act('addEvidence', {}, cast.wang);
    const endorsed = story.act('requestClosure', {}, cast.lin).act('endorse');
    expect(endorsed.refusal('approveClosure', {}, moved)).toEqual({ code: 'ownApplication', applicantId: 'wang' });
  });
});

describe('the endorser', () => {
  it.each(['approveClosure', 'acceptInterim', 'acceptStanding'] as const)(
    'never does %s, though the item has another leader since',
    (type) => {
      const story = inState('endorsed');
      story.item = { ...story.item, leadLeaderId: 'chen' };
      expect(story.refusal(type, {}, ofBureau)).toEqual({ code: 'alreadyReviewed', reviewerId: 'zhang' });
      expect(story.refusal(type, {}, cast.li)).toBeNull();
    },
  );
});

describe('whoever asked for more time', () => {
  it.each(['grantExtension', 'refuseExtension'] as const)('never does %s', (type) => {
    const moved = { ...cast.wang, roles, unitId: 'inspection', inInspectionOffice: true };
    const refusal = inState('inProgress').act('requestExtension').refusal(type, {}, moved);
    expect(refusal).toEqual({ code: 'ownRequest', requesterId: 'wang' });
  });
});

describe('any story', () => {
  it('closes only over three different people, or two where the policy has one stage', () => {
    const people = fc.constantFrom(
      ...substitutes,
      cast.wang,
      cast.lin,
      ofUnit,
      ofBureau,
      cast.chen,
      cast.li,
      cast.zhao,
      {
        ...cast.wang,
        roles,
        unitId: 'inspection',
        inInspectionOffice: true,
      },
    );
    const acts = fc.constantFrom<CommandType>('requestClosure', ...judging);
    const stages = fc.constantFrom('endorseThenApprove' as const, 'approveOnly' as const);
    fc.assert(
      fc.property(stages, fc.array(fc.tuple(people, acts), { maxLength: 40 }), (closureReview, presses) => {
        const story = launched({ immediate: true, policy: { closureReview } }).act('signFor');
        for (const [who, type] of presses) if (story.refusal(type, {}, who) === null) story.act(type, {}, who);
        const { state, application, endorsement, closure, interim, standing } = story.item;
        // A standing item that applies again keeps the decision that made it one: that is of an earlier application.
        const decisions = { closed: closure, interim, standing } as const;
        const decision = state === 'closed' || state === 'interim' || state === 'standing' ? decisions[state] : null;
        const facts = [application, endorsement, decision].filter((fact) => fact !== null);
        const hands = facts.flatMap(({ by, forId }) => [by, ...(forId === undefined ? [] : [forId])]);
        expect(new Set(hands).size).toBe(hands.length);
        if (decision !== null) expect(facts.length).toBeGreaterThanOrEqual(closureReview === 'approveOnly' ? 2 : 3);
      }),
      { numRuns: 1000 },
    );
  });
});
