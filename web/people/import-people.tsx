/** People and units from a filled-in template. */
import { HandIn } from '../ui/HandIn.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useSpeech } from '../words.ts';

export default function ImportPeoplePage() {
  const { w } = useSpeech();
  return (
    <div className="page stack">
      <PageHead
        title={w.handIn.people}
        facts={w.handIn.peopleLead}
        crumbs={[{ to: '/people', words: w.people.title }]}
      />
      <HandIn template="/api/people/template" path="/people/import" written={['people', 'units']} />
    </div>
  );
}
