/** Who acts for which unit; admins let in and out. */
import { Link, useNavigate } from 'react-router';
import type { ListedPerson, Unit } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { PersonActs } from './PersonActs.tsx';
import { usePerson } from '../home.tsx';
import { usePeople, useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function PeoplePage() {
  const { w } = useSpeech();
  const people = usePeople();
  const units = useUnits();
  const navigate = useNavigate();
  const isAdmin = usePerson().roles.includes('admin');
  return (
    <div className="page stack">
      <PageHead title={w.people.title} facts={w.people.lead}>
        {isAdmin ? (
          <>
            <Link to="/people/absences">{w.absence.all}</Link>
            <Link to="/security">{w.account.security}</Link>
            <Link to="/people/import">{w.handIn.people}</Link>
            <Button onClick={() => void navigate('/people/new-unit')}>{w.account.newUnit}</Button>
            <Button isMain onClick={() => void navigate('/people/new')}>
              {w.account.newPerson}
            </Button>
          </>
        ) : null}
      </PageHead>
      <Loaded query={units}>
        {(all) => (
          <Loaded query={people}>
            {(everybody) => (
              <>
                {all.map((unit) => (
                  <UnitCard
                    key={unit.id}
                    name={unit.name}
                    unit={unit}
                    people={everybody.filter(({ unitId }) => unitId === unit.id)}
                  />
                ))}
                <UnitCard
                  name={w.people.noUnit}
                  unit={null}
                  people={everybody.filter(({ unitId }) => unitId === null)}
                />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

interface CardProps {
  readonly name: string;
  readonly unit: Unit | null;
  readonly people: readonly ListedPerson[];
}

function UnitCard({ name, unit, people }: CardProps) {
  const { w } = useSpeech();
  if (unit === null && people.length === 0) return null;
  return (
    <section className="card stack-8">
      <h2>{name}</h2>
      {people.length === 0 ? <p className="quiet">{w.people.noPeople}</p> : null}
      <ul className="stack-8">
        {people.map((person) => (
          <li key={person.id} className="spread person-line">
            <PersonLine person={person} isLiaison={unit?.liaisonId === person.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonLine({ person, isLiaison }: { readonly person: ListedPerson; readonly isLiaison: boolean }) {
  const { labels, list, w } = useSpeech();
  const isAdmin = usePerson().roles.includes('admin');
  const duties = [
    ...person.roles.map((role) => labels.roles[role]),
    ...(isLiaison ? [labels.addressees.liaison] : []),
    ...(person.isChief ? [labels.addressees.chief] : []),
    ...(person.inInspectionOffice ? [labels.addressees.inspectionOffice] : []),
  ];
  return (
    <>
      <span>
        <strong>{person.name}</strong> <span className="quiet">{list(duties)}</span>
        {person.hasLeft ? <span className="quiet"> · {w.account.hasLeft}</span> : null}
      </span>
      <span className="row-16 small">
        {person.email === null ? null : <a href={`mailto:${person.email}`}>{person.email}</a>}
        {person.phone === null ? null : <a href={`tel:${person.phone}`}>{person.phone}</a>}
      </span>
      {isAdmin ? <PersonActs person={person} /> : null}
    </>
  );
}
