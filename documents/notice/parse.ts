/** A feedback document or progress notice, as text → what it says. */
import type { Notice, NoticeDates, NoticeWarning } from '../../core/round/notice.ts';
import { readClosing, type Closing } from './fields/closing.ts';
import { readHeader, type Header } from './fields/header.ts';
import { organOf, publishedOn } from './fields/issued.ts';
import { inspectedBodyIn, openingDates } from './fields/opening.ts';
import { statedItems, totalsIn } from './fields/totals.ts';
import { unplacedIn } from './fields/unplaced.ts';
import { bodyOf, findingsOf, generalText, orAnnexed, textsOf, warningsOf, type Body } from './findings.ts';
import { groundsIn } from './grounds/grounds.ts';
import { dueSince, partsAlone, responsibilitiesOf } from './items/responsibilities.ts';
import { tornHead } from './items/tables.ts';
import { partAnnexes } from './lines/annex.ts';
import { linesOf, type Line } from './lines/normalise.ts';
import { paragraphsOf } from './lines/paragraphs.ts';
import { purposeOf } from './structure/purpose.ts';
import { assertNotice } from './recognise.ts';
import { squeeze } from './text/han.ts';
import { contactIn } from './words/contact.ts';
import { inspectingTeam, ofTeam, roundIn, withoutAbbreviations } from './words/organ.ts';

/** How much of the text before the first item is searched for the opening formula. */
const OPENING = 20_000;

interface Frame {
  /** Every line, broken paragraphs joined. */
  readonly lines: readonly Line[];
  readonly header: Header;
  readonly closing: Closing;
  readonly text: Body;
  /** Below the signature; null where the document has no annex that holds text. */
  readonly annexes: Body | null;
}

function frameOf(text: string): Frame {
  const lines = linesOf(text);
  const header = readHeader(lines);
  const paragraphs = paragraphsOf(lines.slice(header.end));
  const parted = partAnnexes(paragraphs);
  const closing = readClosing(parted.text);
  return {
    lines: [...lines.slice(0, header.end), ...paragraphs],
    header,
    closing,
    text: bodyOf(parted.text.slice(0, closing.start)),
    annexes: parted.annexes.length === 0 ? null : bodyOf(parted.annexes),
  };
}

/** What a page has lost of its tables is told where it begins. */
const tornTables = (lines: readonly Line[]): NoticeWarning[] =>
  lines.flatMap((line): NoticeWarning[] => {
    const head = tornHead(line);
    return head === null ? [] : [{ code: 'tableTorn', line: line.at, head }];
  });

/**
 * Reads a notice. Throws `UnreadableNotice` (empty, notANotice). What the text does not say is null; what a reader
 * should look at again is a warning.
 */
export const parseNotice = (text: string): Notice => readNotice(text).notice;

/** The same, with every count of its findings that the text states: whoever edits the notice holds it against them. */
export function readNotice(text: string): { readonly notice: Notice; readonly stated: readonly number[] } {
  assertNotice(text);
  const { header, closing, lines, text: body, annexes } = frameOf(text);
  const printed = squeeze(header.title ?? '');
  const before = textsOf(body.root.body);
  const opening = before.join('\n').slice(0, OPENING);
  const purpose = purposeOf(printed, opening, body.root);
  const inText = findingsOf(body, purpose);
  const found = orAnnexed(inText, annexes, purpose);
  const published = publishedOn(header, closing, before);
  const general = generalText(inText);
  const totals = totalsIn(general);
  const said = withoutAbbreviations(opening === '' ? general.join('\n').slice(0, OPENING) : opening);
  const team = inspectingTeam(said, printed);
  const own = ofTeam(said, team);
  const { dates, warnings } = openingDates(
    general.slice(0, 60).map((paragraph) => ofTeam(withoutAbbreviations(paragraph.slice(0, OPENING)), team)),
    published,
  );
  const told: NoticeDates = {
    inspection: dates.inspection ?? null,
    feedback: dates.feedback ?? null,
    rectification: dates.rectification ?? null,
    published,
  };
  const responsibilities = responsibilitiesOf(found.parts, dueSince(told, purpose === 'report'));
  const notice: Notice = {
    title: header.title === null ? null : printed,
    organ: organOf(header, closing),
    roundLabel: roundIn(printed, own),
    inspectionTeam: team,
    inspectedBody: inspectedBodyIn(own, printed),
    dates: told,
    parts: partsAlone(found.parts),
    contact: contactIn(closing.contact),
    warnings: [...warningsOf(found, totals, warnings), ...tornTables(lines)],
    ...(responsibilities.length === 0 ? {} : { responsibilities }),
  };
  const unplaced = unplacedIn(lines, notice);
  const stated = statedItems(totals);
  const grounds = groundsIn(lines, notice, found.parts, stated);
  return { notice: { ...notice, ...(unplaced.length === 0 ? {} : { unplaced }), grounds }, stated };
}
