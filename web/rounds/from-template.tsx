/** A draft round from a filled-in template. */
import { Link } from 'react-router';
import type { FormRound } from '../../api/contract.ts';
import { HandIn } from '../ui/HandIn.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useSpeech } from '../words.ts';

export default function FromTemplatePage() {
  const { w, labels } = useSpeech();
  return (
    <div className="page stack">
      <PageHead
        title={w.handIn.round}
        facts={w.handIn.roundLead}
        crumbs={[{ to: '/rounds', words: labels.things.rounds }]}
      />
      <HandIn<FormRound>
        template="/api/rounds/template"
        path="/rounds/from-template"
        written={['rounds', 'items']}
        done={({ roundId }) => <Link to={`/rounds/${roundId}/assign`}>{w.handIn.toRound}</Link>}
      />
    </div>
  );
}
