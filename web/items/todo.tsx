/** 待办: what waits for me, in the order in which it is due. The home of staff. */
import { useState } from 'react';
import type { ItemRow } from '../../api/contract.ts';
import { localDate } from '../../core/time.ts';
import { grouped, isLate, todoGroups } from './todo-groups.ts';
import { StandIns } from './StandIns.tsx';
import { ItemRows } from './ItemRowLink.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { PageButtons } from '../ui/PageButtons.tsx';
import { useItems } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { usePerson } from '../home.tsx';

export default function TodoPage() {
  const { w, dateTime } = useSpeech();
  const person = usePerson();
  const [after, setAfter] = useState('');
  const mine = useItems(`mine=true&sort=due&limit=100${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`);
  const { unitId } = person;
  const ofUnit = useItems(`unit=${unitId ?? ''}&sort=due&limit=200`, person.roles.includes('staff') && unitId !== null);
  const overdue = mine.data?.items.filter(isLate).length ?? 0;
  // What is late comes first, so a page that holds other things too holds all of it.
  const isAll = after === '' && (mine.data?.next === null || overdue < (mine.data?.items.length ?? 0));
  const facts =
    mine.data === undefined ? undefined : w.todo.sentence(mine.data.total, { count: overdue, isExact: isAll });
  return (
    <div className="page">
      <PageHead title={w.shell.places.todo} {...(facts === undefined ? {} : { facts })} />
      <Loaded query={mine}>
        {({ items, asOf, next }) => (
          <>
            <Groups rows={items} today={localDate(asOf)} others={ofUnit.data?.items ?? []} />
            <StandIns />
            <PageButtons after={after} next={next} onGo={setAfter} />
            <Others rows={(ofUnit.data?.items ?? []).filter(({ id }) => !items.some((item) => item.id === id))} />
            <p className="quiet small" style={{ marginTop: 24 }}>
              {w.loading.asOf(dateTime(asOf))}
            </p>
          </>
        )}
      </Loaded>
    </div>
  );
}

interface GroupsProps {
  readonly rows: readonly ItemRow[];
  readonly today: string;
  readonly others: readonly ItemRow[];
}

function Groups({ rows, today, others }: GroupsProps) {
  const { w } = useSpeech();
  if (rows.length === 0) return <NothingLeft others={others} today={today} />;
  const groups = grouped(rows, today);
  return todoGroups
    .filter((group) => groups[group].length > 0)
    .map((group) => (
      <section key={group} className="group">
        <h2>
          {w.todo.groups[group]} <span className="tally">{groups[group].length}</span>
        </h2>
        <ItemRows rows={groups[group]} />
      </section>
    ));
}

/** Nothing left is good news, and says what comes next. */
function NothingLeft({ others, today }: Omit<GroupsProps, 'rows'>) {
  const { w, listDate } = useSpeech();
  const [next] = others
    .flatMap(({ dueOn, number }) => (dueOn === null || dueOn < today ? [] : [{ dueOn, number }]))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  return (
    <div className="card">
      <p>
        {w.todo.empty} {next === undefined ? w.todo.emptyLater : w.todo.emptyNext(listDate(next.dueOn), next.number)}
      </p>
    </div>
  );
}

function Others({ rows }: { readonly rows: readonly ItemRow[] }) {
  const { w } = useSpeech();
  const isDone = ({ light }: ItemRow) => light === 'done';
  const folds = [
    { title: w.todo.waiting, rows: rows.filter((row) => !isDone(row)) },
    { title: w.todo.done, rows: rows.filter(isDone) },
  ];
  return folds
    .filter((fold) => fold.rows.length > 0)
    .map((fold) => (
      <details key={fold.title} className="group">
        <summary>
          {fold.title} <span className="tally">{fold.rows.length}</span>
        </summary>
        <ItemRows rows={fold.rows} />
      </details>
    ));
}
