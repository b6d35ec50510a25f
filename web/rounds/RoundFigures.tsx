/** The figures of a round, each a link to the items behind it: closed x of y, then the open ones by light. They add up. */
import { Link } from 'react-router';
import type { RoundSummary } from '../../api/contract.ts';
import { lights, type Light } from '../../core/item/light.ts';
import { withFilter, writeFilters, type ItemFilters } from '../items/item-search.ts';
import { useSpeech } from '../words.ts';
import { LightMark } from '../items/LightMark.tsx';
import { Meter } from '../ui/Meter.tsx';

interface Props {
  readonly round: RoundSummary;
  readonly filters: ItemFilters;
}

export function RoundFigures({ round, filters }: Props) {
  const { w, labels } = useSpeech();
  const tally = (light: Light) => round.lights[light] ?? 0;
  const unassigned = round.itemCount - round.assignedCount;
  const shown = lights.filter((light) => light !== 'done' && (light !== 'idle' || tally(light) > 0));
  return (
    <div className="figures">
      <FigureLink light="done" filters={filters}>
        <small>{labels.lights.done.word}</small>
        <b>
          {tally('done')} <small>{w.round.ofTotal(round.itemCount)}</small>
        </b>
        <Meter
          value={tally('done')}
          total={round.itemCount}
          words={w.rounds.closedOf(tally('done'), round.itemCount)}
        />
      </FigureLink>
      {shown.map((light) => (
        <FigureLink key={light} light={light} filters={filters}>
          <LightMark light={light} />
          <b>
            {tally(light)} <small>{w.round.items(tally(light))}</small>
          </b>
        </FigureLink>
      ))}
      {unassigned > 0 ? (
        <div className="figure">
          <small>{labels.states.draft}</small>
          <b>
            {unassigned} <small>{w.round.items(unassigned)}</small>
          </b>
        </div>
      ) : null}
    </div>
  );
}

interface FigureProps {
  readonly light: Light;
  readonly filters: ItemFilters;
  readonly children: React.ReactNode;
}

function FigureLink({ light, filters, children }: FigureProps) {
  const isOn = filters.light === light;
  const search = writeFilters(withFilter(filters, { light: isOn ? '' : light })).toString();
  return (
    <Link className="figure" to={{ search }} aria-current={isOn} preventScrollReset>
      {children}
    </Link>
  );
}
