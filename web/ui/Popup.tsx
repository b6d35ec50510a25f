/**
 * A small panel that a press opens beneath its button. Esc, a press elsewhere and leaving it with the keyboard close it.
 *
 * Our own because the library's comes with 30 kB of placing that a panel under a button does not need.
 */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface Props {
  readonly button: ReactNode;
  readonly buttonClass: string;
  /** What the button is called where its content does not say it. */
  readonly label?: string;
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly children: ReactNode;
}

export function Popup({ button, buttonClass, label, title, side, children }: Props) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const isOutside = ({ target }: Event) => target instanceof Node && box.current?.contains(target) === false;
    const leave = (event: Event) => {
      if (isOutside(event)) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);
  return (
    <span className="popup" ref={box}>
      <button
        type="button"
        ref={opener}
        className={buttonClass}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen ? (
        <div id={id} className={`popup-panel popup-${side}`} role="dialog" aria-label={title}>
          {children}
        </div>
      ) : null}
    </span>
  );
}
