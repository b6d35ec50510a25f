/** Who came in, who tried to, and who was given which right or secret. */
import { useState } from 'react';
import Button from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { SecondFactorDemand } from './SecondFactorDemand.tsx';
import { useNames, useSecurityEvents } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function SecurityPage() {
  const { w, labels, dateTime } = useSpeech();
  const names = useNames();
  const [before, setBefore] = useState<number | null>(null);
  return (
    <div className="page stack">
      <PageHead
        title={w.account.security}
        facts={w.account.securityLead}
        crumbs={[{ to: '/people', words: w.people.title }]}
      />
      <SecondFactorDemand />
      <Loaded query={useSecurityEvents(before)} lines={6}>
        {({ events, next }) => (
          <>
            <div className="table-box">
              <table className="table stacking">
                <thead>
                  <tr>
                    <th scope="col">{w.account.time}</th>
                    <th scope="col">{w.account.event}</th>
                    <th scope="col">{labels.things.person}</th>
                    <th scope="col">{w.account.by}</th>
                  </tr>
                </thead>
                <tbody>
                  {events.map(({ id, at, kind, personId, by }) => (
                    <tr key={id}>
                      <td className="nowrap">{dateTime(at)}</td>
                      <td>{labels.securityEvents[kind]}</td>
                      <td>{personId === null ? labels.nothing : names.person(personId)}</td>
                      <td>{by === null ? labels.nothing : names.person(by)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <div className="row">
              {before === null ? null : <Button onClick={() => setBefore(null)}>{w.round.firstPage}</Button>}
              {next === null ? null : <Button onClick={() => setBefore(next)}>{w.account.earlier}</Button>}
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
