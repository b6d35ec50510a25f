/** Whether everybody who decides needs a second factor, and who has none yet. */
import { decides } from '../../core/people/second-factor.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { useDemandSecondFactor } from '../mutations.ts';
import { usePeople, useSecondFactors } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function SecondFactorDemand() {
  const speech = useSpeech();
  const { w, list } = speech;
  const people = usePeople().data ?? [];
  const change = useDemandSecondFactor();
  return (
    <section className="card stack">
      <h2>{w.secondFactor.ofOthers}</h2>
      <Loaded query={useSecondFactors()} lines={2}>
        {({ isDemanded, personIds }) => {
          const missing = people.filter(
            (person) => decides(person) && !person.hasLeft && !personIds.includes(person.id),
          );
          return (
            <>
              <p>{isDemanded ? w.secondFactor.isDemanded : w.secondFactor.isOptional}</p>
              {missing.length === 0 ? null : (
                <p className="quiet">{w.secondFactor.missing(list(missing.map(({ name }) => name)))}</p>
              )}
              <ErrorSummary faults={faultsOf(change.error, speech)} />
              <div className="row">
                <Button isBusy={change.isPending} onClick={() => change.mutate({ isDemanded: !isDemanded })}>
                  {isDemanded ? w.secondFactor.withdraw : w.secondFactor.demand}
                </Button>
              </div>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
