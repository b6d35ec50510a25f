/** The items of a round: a table where there is room, rows or cards where there is not; pages of fifty, so that print and find see them. */
import { useNavigate } from 'react-router';
import type { ItemPage, ItemRow } from '../../api/contract.ts';
import { isFiltered, itemSearch, type ItemFilters } from './item-search.ts';
import { useIsNarrow } from '../ui/sizes.ts';
import { useItems } from '../queries.ts';
import { useSpeech } from '../words.ts';
import Button from '../ui/Button.tsx';
import { noFilters } from './ItemFilterBar.tsx';
import { ItemRowLink } from './ItemRowLink.tsx';
import { ItemTable } from './ItemTable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageButtons } from '../ui/PageButtons.tsx';

interface Props {
  readonly roundId: string;
  readonly filters: ItemFilters;
  readonly onChange: (filters: ItemFilters) => void;
}

export function ItemList({ roundId, filters, onChange }: Props) {
  const { w } = useSpeech();
  const items = useItems(itemSearch(roundId, filters));
  return (
    <section aria-label={w.round.list}>
      <Loaded query={items} lines={6}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty filters={filters} onChange={onChange} />
          ) : (
            <>
              <Rows rows={page.items} />
              <Pager page={page} filters={filters} onChange={onChange} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly ItemRow[] }) {
  const { labels } = useSpeech();
  if (!useIsNarrow()) return <ItemTable rows={rows} />;
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <ItemRowLink row={row} verb={labels.states[row.state]} isWanted={false} />
        </li>
      ))}
    </ul>
  );
}

interface PagerProps extends Omit<Props, 'roundId'> {
  readonly page: ItemPage;
}

function Pager({ page, filters, onChange }: PagerProps) {
  const { w, dateTime } = useSpeech();
  const { total, next } = page;
  return (
    <div className="pager">
      <p className="quiet small">
        {w.round.found(total, page.items.length)} · {w.loading.asOf(dateTime(page.asOf))}
      </p>
      <PageButtons after={filters.after} next={next} onGo={(after) => onChange({ ...filters, after })} />
    </div>
  );
}

/** Nothing under a filter is told apart from nothing at all, and offers the way out. */
function Empty({ filters, onChange }: Omit<Props, 'roundId'>) {
  const { w, labels } = useSpeech();
  const navigate = useNavigate();
  const isUnder = isFiltered(filters);
  return (
    <div className="card row-16">
      <p>{isUnder ? w.round.emptyFiltered : w.round.empty}</p>
      {isUnder ? (
        <Button onClick={() => onChange(noFilters)}>{w.round.clear}</Button>
      ) : (
        <Button onClick={() => void navigate('/rounds')}>{labels.things.rounds}</Button>
      )}
    </div>
  );
}
