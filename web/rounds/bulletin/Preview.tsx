/** The whole notice as its audience reads it: every figure leads to its items, every heading to its own; and its files. */
import { memo, useState } from 'react';
import { Link } from 'react-router';
import type { BulletinDrafting, BulletinPreview } from '../../../api/contract.ts';
import { audiences, bulletinForms, type Audience } from '../../../core/round/bulletin.ts';
import { china } from '../../../core/rules/china.ts';
import { isLocalDate } from '../../../core/time.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useBulletinPreview } from '../../queries.ts';
import { useSpeech } from '../../words.ts';

export function Preview({ draft }: { readonly draft: BulletinDrafting }) {
  const { w, labels, locale } = useSpeech();
  const [audience, setAudience] = useState<Audience>('public');
  const [on, setOn] = useState(draft.on);
  const query = `audience=${audience}&on=${isLocalDate(on) ? on : draft.on}&lang=${locale}`;
  const preview = useBulletinPreview(draft.roundId, query);
  return (
    <div className="stack">
      <div className="card row-16 no-print">
        <Segments
          label={w.bulletin.audience}
          chosen={audience}
          choices={audiences.map((one) => ({ value: one, words: labels.audiences[one] }))}
          onChoose={setAudience}
        />
        <DateField id="on" label={w.bulletin.asOf} value={on} calendar={china} onChange={setOn} />
        <ul className="papers" aria-label={w.papers.title}>
          {bulletinForms.map((form) => (
            <li key={form}>
              <a href={`/api/rounds/${draft.roundId}/bulletin?form=${form}&${query}`} download>
                {w.papers.as(w.papers.title, form.toUpperCase())}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <Loaded query={preview} lines={8}>
        {(blocks) => <Notice blocks={blocks} items={draft.items} />}
      </Loaded>
    </div>
  );
}

interface NoticeProps {
  readonly blocks: BulletinPreview;
  readonly items: BulletinDrafting['items'];
}

/** Not drawn again while a day is typed above it. */
const Notice = memo(function Notice({ blocks, items }: NoticeProps) {
  return (
    <article className="card bulletin">
      {blocks.map((block, at) => (
        <Line key={at} block={block} items={items} />
      ))}
    </article>
  );
});

interface LineProps {
  readonly block: BulletinPreview[number];
  readonly items: BulletinDrafting['items'];
}

function Line({ block: { kind, itemId, spans }, items }: LineProps) {
  const text = spans.map(({ text: said }) => said).join('');
  switch (kind) {
    case 'title':
      return <h2>{text}</h2>;
    case 'heading':
    case 'subheading': {
      const Heading = kind === 'heading' ? 'h3' : 'h4';
      return <Heading>{itemId === null ? text : <Link to={`/items/${itemId}`}>{text}</Link>}</Heading>;
    }
    case 'text':
      return itemId === null ? <Figures spans={spans} items={items} /> : <Sentences spans={spans} />;
    case 'organ':
    case 'date':
      return <p className="signed">{text}</p>;
  }
}

/** What is told of one item leads to the fact that says so; an own wording has none. */
function Sentences({ spans }: Pick<LineProps['block'], 'spans'>) {
  return (
    <p>
      {spans.map(({ text, from }, at) => {
        const [fact] = from.filter(({ seq }) => seq !== null);
        return fact === undefined ? (
          text
        ) : (
          <Link key={at} className="told" to={`/items/${fact.itemId}#event-${fact.seq}`}>
            {text}
          </Link>
        );
      })}
    </p>
  );
}

/** A figure is a button: pressed, it says which items it counts. */
function Figures({ spans, items }: Pick<NoticeProps, 'items'> & Pick<LineProps['block'], 'spans'>) {
  const { w } = useSpeech();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : spans[open];
  const behind = items.filter(({ id }) => shown?.from.some(({ itemId }) => itemId === id) === true);
  return (
    <>
      <p>
        {spans.map(({ text, from }, at) =>
          from.length === 0 ? (
            text
          ) : (
            <button
              key={at}
              type="button"
              className="figure-in-text"
              aria-expanded={open === at}
              aria-label={w.bulletin.figure(text, from.length)}
              onClick={() => setOpen(open === at ? null : at)}
            >
              {text}
            </button>
          ),
        )}
      </p>
      {shown === undefined ? null : (
        <nav className="sub" aria-label={w.bulletin.behind(shown.text)}>
          <ul>
            {behind.map(({ id, number, title }) => (
              <li key={id}>
                <Link to={`/items/${id}`}>
                  {number} {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
