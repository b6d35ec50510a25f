/** Items as a table. The part of the document that they stand in is a row of its own, as on paper. */
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { ItemRow } from '../../api/contract.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { BrokenMark } from './BrokenMark.tsx';
import { Due } from './Due.tsx';
import { LightMark } from './LightMark.tsx';
import { WhoseTurn } from './WhoseTurn.tsx';

export function ItemTable({ rows }: { readonly rows: readonly ItemRow[] }) {
  const { labels } = useSpeech();
  const { light, number, finding, state, waitingOn, due, responsibleUnit } = labels.things;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            {[light, number, finding, state, waitingOn, due, responsibleUnit].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.id}>
              {row.part === '' || row.part === rows[index - 1]?.part ? null : (
                <tr className="part">
                  <td colSpan={7}>{row.part}</td>
                </tr>
              )}
              <Row row={row} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: ItemRow }) {
  const { labels } = useSpeech();
  const names = useNames();
  return (
    <tr>
      <td className="nowrap">
        <LightMark light={row.light} state={row.state} />
      </td>
      <td className="nowrap">{row.number}</td>
      <td style={{ minWidth: '17rem' }}>
        <Link to={`/items/${row.id}`}>{row.title}</Link>
        <BrokenMark row={row} />
      </td>
      <td className="nowrap">{labels.states[row.state]}</td>
      <td style={{ minWidth: '8rem' }}>
        <WhoseTurn row={row} />
      </td>
      <td style={{ minWidth: '8.5rem' }}>
        <Due dueOn={row.dueOn} workingDaysLeft={row.workingDaysLeft} isLate={row.light === 'red'} />
      </td>
      <td className="nowrap">{names.unit(row.unitId)}</td>
    </tr>
  );
}
