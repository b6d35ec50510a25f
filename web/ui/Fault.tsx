/** What stands in place of a block that could not be shown: what happened, and what to do now. The rest of the page goes on. */
import Button from './Button.tsx';
import { Link } from 'react-router';
import { ApiError } from '../api.ts';
import { useSpeech, type Speech } from '../words.ts';

interface Props {
  readonly error: unknown;
  readonly retry?: () => void;
  /** The heading is the page's own where nothing else is on it. */
  readonly isPage?: boolean;
}

export function Fault({ error, retry, isPage = false }: Props) {
  const speech = useSpeech();
  const { title, text, reference } = sentencesOf(error, speech);
  const isRetryable = retry !== undefined && !(error instanceof ApiError && error.status >= 400 && error.status < 500);
  return (
    <section className="card stack" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{text}</p>
      {reference === null ? null : <p className="quiet small">{speech.w.errors.reference(reference)}</p>}
      <p className="row-16">
        {isRetryable ? <Button onClick={retry}>{speech.w.loading.retry}</Button> : null}
        <Link to="/">{speech.w.errors.home}</Link>
      </p>
    </section>
  );
}

function sentencesOf(error: unknown, { w, labels }: Speech) {
  const { errors } = w;
  const ours = { title: labels.errors.ours, text: errors.oursText, reference: null };
  if (!(error instanceof ApiError)) return ours;
  const { status, message, facts } = error;
  const said = (text: string) => (message === '' ? text : message);
  if (status === 0) return { title: errors.offline, text: errors.offlineText, reference: null };
  if (status === 403) return { title: errors.notAllowed, text: said(errors.notAllowedText), reference: null };
  if (status === 404) return { title: errors.notFound, text: said(errors.notFoundText), reference: null };
  return {
    ...ours,
    text: said(errors.oursText),
    reference: message === '' && typeof facts['reference'] === 'string' ? facts['reference'] : null,
  };
}
