/** Everybody who is away or will be, for admins. */
import { AbsenceList } from './AbsenceList.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useSpeech } from '../words.ts';

export default function AbsencesPage() {
  const { w, labels } = useSpeech();
  return (
    <div className="page page-narrow stack">
      <PageHead title={labels.things.absence} crumbs={[{ to: '/people', words: w.people.title }]} />
      <AbsenceList forOthers />
    </div>
  );
}
