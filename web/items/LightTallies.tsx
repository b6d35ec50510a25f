/** How many items stand under each light; what is not there is not named. */
import { lights, type Light } from '../../core/item/light.ts';
import { LightMark } from './LightMark.tsx';

const shown = lights.filter((light) => light !== 'done');

export function LightTallies({ lights: tally }: { readonly lights: Partial<Record<Light, number>> }) {
  return shown
    .filter((light) => (tally[light] ?? 0) > 0)
    .map((light) => (
      <span key={light} className="row" style={{ gap: 6 }}>
        <LightMark light={light} />
        <span className="number">{tally[light]}</span>
      </span>
    ));
}
