/** The light of an item: a shape and a word, so that neither colour nor print is needed to read it. */
import type { ReactNode } from 'react';
import type { ItemState } from '../../core/item/item.ts';
import type { Light } from '../../core/item/light.ts';
import { useSpeech } from '../words.ts';

/** Drawn, not written: fonts disagree about the size of ● ▲ ■. */
const shapes: Readonly<Record<Light, ReactNode>> = {
  green: <circle cx="8" cy="8" r="7" />,
  yellow: <path d="M8 1.2 15.4 14.6H.6z" />,
  red: <path d="M1.5 1.5h13v13h-13z" />,
  done: <path d="M2 8.6l4 4.2L14 3.6" strokeLinecap="round" />,
  idle: <circle cx="8" cy="8" r="6.2" />,
};

interface Props {
  readonly light: Light;
  /** A cancelled item is finished too, but nobody closed it. */
  readonly state?: ItemState;
  readonly title?: string;
}

export function LightMark({ light, state, title }: Props) {
  const { labels } = useSpeech();
  const word = light === 'done' && state !== undefined ? labels.states[state] : labels.lights[light].word;
  return (
    <span className={`light light-${light}`} title={title}>
      <LightShape light={light} />
      {word}
    </span>
  );
}

const LightShape = ({ light }: { readonly light: Light }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    {shapes[light]}
  </svg>
);
