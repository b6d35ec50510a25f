import { ApiError } from './api.ts';
import { Fault } from './ui/Fault.tsx';
import { useTitle } from './ui/PageHead.tsx';
import { useSpeech } from './words.ts';

const missing = new ApiError(404, { code: 'notFound', message: '', facts: {} });

export function NotFound() {
  const { w } = useSpeech();
  useTitle(w.errors.notFound);
  return (
    <div className="page page-narrow">
      <Fault error={missing} isPage />
    </div>
  );
}
