/**
 * The joint review 会审: units that must all agree before the inspection office decides, several of a stage beside each other, one
 * stage after the other.
 *
 * An application keeps the stages of the day on which it was made: other rules neither add a reviewer to it nor take one away.
 * Nobody agrees by silence; a return ends it for all.
 */
import type { Application, Item } from './item.ts';
import type { Policy } from '../rules/policy.ts';
import type { Instant } from '../time.ts';

/** The stages of an application of this item: its own unit judges nothing of its own, whatever the rules say. */
export const stagesFor = ({ unitId }: Item, { jointReview = [] }: Policy): readonly (readonly string[])[] =>
  jointReview.map((stage) => stage.filter((unit) => unit !== unitId)).filter((stage) => stage.length > 0);

/** The units of the stage under way that have not agreed yet; none where no stage is left, or nothing is applied for. */
export const awaitedUnits = ({ application }: Pick<Item, 'application'>): readonly string[] =>
  application === null
    ? []
    : (application.stages.map((stage) => withoutConsent(stage, application)).find((left) => left.length > 0) ?? []);

/** When the last stage before the one under way was done; null in the first. */
export function stageBeganAt({ stages, consents }: Application): Instant | null {
  const under = stages.findIndex((stage) => withoutConsent(stage, { consents }).length > 0);
  const before = stages.slice(0, under === -1 ? stages.length : under).flat();
  const moments = consents.filter(({ unitId }) => before.includes(unitId)).map(({ at }) => at);
  return moments.reduce<Instant | null>((last, at) => (last === null || at > last ? at : last), null);
}

/** Whether the unit is of a joint review of this item and has agreed: whoever is reminded now, it is not them. */
export const hasConsented = ({ application }: Pick<Item, 'application'>, unitId: string | null): boolean =>
  application?.consents.some((consent) => consent.unitId === unitId) ?? false;

const withoutConsent = (stage: readonly string[], { consents }: Pick<Application, 'consents'>): readonly string[] =>
  stage.filter((unit) => !consents.some(({ unitId }) => unitId === unit));
