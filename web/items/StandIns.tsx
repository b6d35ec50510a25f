/** What waits for those in whose place one stands now, beneath one's own. */
import { ItemRows } from './ItemRowLink.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { usePerson } from '../home.tsx';
import { useAbsences, useItems, useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function StandIns() {
  const { id } = usePerson();
  const absences = useAbsences().data ?? [];
  return absences
    .filter(({ substituteId, isInForce }) => isInForce && substituteId === id)
    .map((absence) => <StandIn key={absence.id} absentId={absence.personId} />);
}

function StandIn({ absentId }: { readonly absentId: string }) {
  const { w } = useSpeech();
  const names = useNames();
  const query = useItems(`mine=true&sort=due&limit=100&for=${encodeURIComponent(absentId)}`);
  return (
    <section className="group">
      <h2>
        {w.absence.standingIn(names.person(absentId))} <span className="tally">{query.data?.items.length ?? ''}</span>
      </h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{w.absence.nothing}</p>
          ) : (
            <ItemRows rows={items} absentId={absentId} />
          )
        }
      </Loaded>
    </section>
  );
}
