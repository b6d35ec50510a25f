/** A small act of the tree: plain, for there are many of them beside what they act on. */
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

export const Act = ({ children, label, isPressed, onClick }: Props) => (
  <button type="button" className="preset" aria-label={label} aria-expanded={isPressed} onClick={onClick}>
    {children}
  </button>
);
