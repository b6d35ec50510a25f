/** What a round is handed out as: lists and ledgers of the items that the reader may see, to be taken away. */
import { Link } from 'react-router';
import type { RoundDetail } from '../../api/contract.ts';
import { roundSheets } from '../../core/round/sheets.ts';
import { usePerson } from '../home.tsx';
import { Popup } from '../ui/Popup.tsx';
import { useIsPhone } from '../ui/sizes.ts';
import { useSpeech } from '../words.ts';

export function RoundPapers({ round }: { readonly round: RoundDetail }) {
  const { w, labels } = useSpeech();
  const { roles } = usePerson();
  // The notice tells of all items, and of a draft there is nothing to tell.
  const isPublished = round.state !== 'draft' && (roles.includes('supervisor') || roles.includes('admin'));
  // On a phone the button stands at the left edge, and a panel that hung from its right one would leave the screen.
  const side = useIsPhone() ? 'left' : 'right';
  return (
    <span className="bordered">
      <Popup
        buttonClass="tool"
        title={w.papers.title}
        side={side}
        button={
          <>
            {w.papers.title} <span aria-hidden="true">▾</span>
          </>
        }
      >
        <ul className="papers">
          {roundSheets.map((sheet) => (
            <li key={sheet}>
              <a href={`/api/rounds/${round.id}/sheets/${sheet}`} download>
                {w.papers.as(labels.papers[sheet], 'XLSX')}
              </a>
            </li>
          ))}
          {round.state !== 'draft' && roles.includes('admin') ? (
            <li>
              <Link to={`/rounds/${round.id}/progress`}>{labels.formNames.progress}</Link>
            </li>
          ) : null}
          {isPublished ? (
            <li>
              <Link to={`/rounds/${round.id}/notice`}>{labels.papers.bulletin}</Link>
            </li>
          ) : null}
        </ul>
      </Popup>
    </span>
  );
}
