/** "Why this date": from where it was counted, which days did not count, what moved it and who. One tap on any date. */
import type { ReactNode } from 'react';
import { dateParagraphs, rulesSentence, turnParagraph } from '../../core/i18n/explanation.ts';
import type { ItemDate } from '../../core/item/item-dates.ts';
import { useInPlaceOf } from '../in-place-of.ts';
import { useExplanation, useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Popup } from '../ui/Popup.tsx';

interface Props {
  readonly itemId: string;
  /** `turn`: the date of whose turn it is. */
  readonly date: ItemDate | 'turn';
  readonly children: ReactNode;
}

export function Why({ itemId, date, children }: Props) {
  const { w } = useSpeech();
  return (
    <Popup
      buttonClass="why-mark"
      title={w.item.why}
      side="left"
      button={
        <>
          {children}
          <span className="visually-hidden"> ({w.item.why})</span>
        </>
      }
    >
      <Explanation itemId={itemId} date={date} />
    </Popup>
  );
}

function Explanation({ itemId, date }: Omit<Props, 'children'>) {
  const { w, locale } = useSpeech();
  const names = useNames();
  const query = useExplanation(itemId, useInPlaceOf());
  return (
    <div className="why">
      <strong>{w.item.why}</strong>
      <Loaded query={query} lines={2}>
        {({ dates, turn, rules, notices }) => {
          const story = dates.find((one) => one.date === date);
          const own = story === undefined ? [] : dateParagraphs(story, locale, { person: names.person });
          const ofTurn =
            date !== 'turn' || turn === null ? null : turnParagraph(turn, locale, { person: names.person });
          return (
            <>
              {[...own, ...(ofTurn === null ? [] : [ofTurn])].map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              <p className="quiet small">{rulesSentence(rules, Object.keys(notices), locale)}</p>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
