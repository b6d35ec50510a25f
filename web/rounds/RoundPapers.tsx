/** What a round is handed out as: lists and ledgers of the items that the reader may see, to be taken away. */
import { roundSheets } from '../../core/round/sheets.ts';
import { Popup } from '../ui/Popup.tsx';
import { useIsPhone } from '../ui/sizes.ts';
import { useSpeech } from '../words.ts';

export function RoundPapers({ roundId }: { readonly roundId: string }) {
  const { w, labels } = useSpeech();
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
              <a href={`/api/rounds/${roundId}/sheets/${sheet}`} download>
                {w.papers.as(labels.sheets[sheet], 'XLSX')}
              </a>
            </li>
          ))}
        </ul>
      </Popup>
    </span>
  );
}
