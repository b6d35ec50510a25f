/** The filters over a list of items. They act at once and live in the address. */
import { Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { itemStates, riskGrades, type ItemState, type RiskGrade } from '../../core/item/item.ts';
import { lights, type Light } from '../../core/item/light.ts';
import { isFiltered, withFilter, type ItemFilters } from './item-search.ts';
import { useUnits } from '../queries.ts';
import { useSpeech } from '../words.ts';
import Button from '../ui/Button.tsx';

interface Props {
  readonly filters: ItemFilters;
  readonly onChange: (filters: ItemFilters) => void;
}

export const noFilters: ItemFilters = { light: '', grade: '', unit: '', state: '', mine: false, q: '', after: '' };

export function ItemFilterBar({ filters, onChange }: Props) {
  const { w, labels } = useSpeech();
  const units = useUnits().data ?? [];
  const change = (part: Partial<ItemFilters>) => onChange(withFilter(filters, part));
  return (
    <div className="filters no-print" role="search" aria-label={w.round.filters}>
      <WordFilter key={filters.q} words={filters.q} onChange={(q) => change({ q })} />
      <Filter
        label={labels.things.light}
        value={filters.light}
        onChange={(value) => change({ light: value as Light | '' })}
      >
        {lights.map((light) => (
          <option key={light} value={light}>
            {labels.lights[light].word}
          </option>
        ))}
      </Filter>
      <Filter
        label={labels.things.state}
        value={filters.state}
        onChange={(value) => change({ state: value as ItemState | '' })}
      >
        {itemStates.map((state) => (
          <option key={state} value={state}>
            {labels.states[state]}
          </option>
        ))}
      </Filter>
      <Filter
        label={labels.fields.grade}
        value={filters.grade}
        onChange={(value) => change({ grade: value as RiskGrade | '' })}
      >
        {riskGrades.map((grade) => (
          <option key={grade} value={grade}>
            {labels.grades[grade]}
          </option>
        ))}
      </Filter>
      <Filter label={labels.things.responsibleUnit} value={filters.unit} onChange={(unit) => change({ unit })}>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Filter>
      <span className="check">
        <Checkbox checked={filters.mine} onChange={({ target }) => change({ mine: target.checked })}>
          {labels.things.yourTurn}
        </Checkbox>
      </span>
      {isFiltered(filters) ? <Button onClick={() => onChange(noFilters)}>{w.round.clear}</Button> : null}
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  readonly onChange: (value: string) => void;
}

function Filter({ label, value, children, onChange }: FilterProps) {
  const { w } = useSpeech();
  return (
    <label>
      {label}
      <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{w.all}</option>
        {children}
      </select>
    </label>
  );
}

/** Searches on Enter and on leaving the field, not with every letter: an IME writes letters that nobody meant. */
function WordFilter({ words, onChange }: { readonly words: string; readonly onChange: (words: string) => void }) {
  const { w } = useSpeech();
  const [typed, setTyped] = useState(words);
  const search = () => {
    if (typed.trim() !== words) onChange(typed.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <label>
        {w.round.words}
        <Input
          type="search"
          enterKeyHint="search"
          style={{ width: '12rem', maxWidth: '100%' }}
          value={typed}
          onBlur={search}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
    </form>
  );
}
