/** How many items have been started so far, while a launch is under way. */
import type { RoundSummary } from '../../api/contract.ts';
import { useSpeech } from '../words.ts';
import { Meter } from '../ui/Meter.tsx';

export function Launching({ round }: { readonly round: Pick<RoundSummary, 'startedCount' | 'itemCount'> }) {
  const { w } = useSpeech();
  const words = w.round.starting(round.startedCount, round.itemCount);
  return (
    <div className="card stack-8" style={{ marginBottom: 16 }} aria-live="polite">
      <p>{words}</p>
      <Meter value={round.startedCount} total={round.itemCount} words={words} />
    </div>
  );
}
