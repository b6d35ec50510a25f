import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { Story, inState, launched } from '../../support/story.ts';
import { paceOf, pacesOf, type Lived } from '../../../core/round/paces.ts';
import { china } from '../../../core/rules/china.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

const rules = { policy: defaultPolicy, calendar: china };
const lived = ({ item, events }: Story): Lived => ({ item, events });

describe('the paces of a round', () => {
  it('are the days from each turn to its deed, by unit and by act', () => {
    const story = launched().on('2026-01-08').act('signFor').on('2026-01-20').act('submitPlan');
    story.on('2026-01-23').act('approvePlan');
    expect(pacesOf([lived(story)], rules)).toEqual({
      ofAll: { signFor: 3, submitPlan: 12, approvePlan: 3 },
      ofUnit: { finance: { signFor: 3, submitPlan: 12, approvePlan: 3 } },
    });
  });

  it('take the middle of several, so that one who slept for months moves nothing', () => {
    const stories = ['2026-01-06', '2026-01-07', '2026-03-30'].map((on) => lived(launched().on(on).act('signFor')));
    expect(pacesOf(stories, rules)?.ofAll).toEqual({ signFor: 2 });
  });

  it('are none where nobody did anything', () => {
    expect(pacesOf([], rules)).toBeNull();
    expect(pacesOf([lived(launched()), lived(new Story())], rules)).toBeNull();
  });

  it('of a whole life hold every act that it waited for', () => {
    const paces = pacesOf([lived(inState('closed'))], rules);
    expect(Object.keys(paces?.ofAll ?? {}).sort()).toEqual(
      ['approveClosure', 'approvePlan', 'endorse', 'requestClosure', 'signFor', 'submitPlan'].sort(),
    );
  });

  it('are those of all where a unit did no such thing, and none where nobody did', () => {
    const paces = { ofAll: { signFor: 3, endorse: 5 }, ofUnit: { finance: { signFor: 1 } } };
    expect([paceOf(paces, 'finance', 'signFor'), paceOf(paces, 'finance', 'endorse')]).toEqual([1, 5]);
    expect([paceOf(paces, cast.gao.unitId, 'signFor'), paceOf(paces, null, 'signFor')]).toEqual([3, 3]);
    expect(paceOf(paces, 'finance', 'submitPlan')).toBeNull();
  });
});
