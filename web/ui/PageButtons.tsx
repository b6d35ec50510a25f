/** The way through a list of pages: on to the next, or back to the first; the browser's own "back" goes one page back. */
import { useSpeech } from '../words.ts';
import Button from './Button.tsx';

interface Props {
  /** The page shown begins after this; empty on the first. */
  readonly after: string;
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly onGo: (after: string) => void;
}

export function PageButtons({ after, next, onGo }: Props) {
  const { w } = useSpeech();
  if (after === '' && next === null) return null;
  return (
    <div className="row no-print">
      {after === '' ? null : <Button onClick={() => onGo('')}>{w.round.firstPage}</Button>}
      {next === null ? null : <Button onClick={() => onGo(next)}>{w.round.nextPage}</Button>}
    </div>
  );
}
