/** The measures as a task list, each with its evidence beneath it. What has evidence is plain, what lacks it stands out. */
import type { ItemDetail } from '../../api/contract.ts';
import { contentsFor, filesFor, filesNeeded, isProven } from '../../core/item/proof.ts';
import type { Policy } from '../../core/rules/policy.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { EvidenceLine } from './EvidenceLine.tsx';

interface Props {
  readonly detail: ItemDetail;
  readonly policy: Policy;
}

export function MeasureList({ detail, policy }: Props) {
  const { w, labels, sentenceDate } = useSpeech();
  const { item, sourceMeasures } = detail;
  if (item.plan === null && !item.immediate)
    return (
      <section className="card stack-8">
        <h2>{labels.things.measures}</h2>
        <p>{item.planDueOn === null ? w.item.noMeasuresNoDate : w.item.noMeasures(sentenceDate(item.planDueOn))}</p>
        {sourceMeasures.length === 0 ? null : <SourceMeasures measures={sourceMeasures} />}
      </section>
    );
  const known = new Set(item.measures.map(({ id }) => id));
  const others = item.evidence.filter(({ measureIds }) => !measureIds.some((id) => known.has(id)));
  return (
    <section className="card">
      <h2>{labels.things.measures}</h2>
      {item.plan === null ? null : (
        <p className="quiet" style={{ marginTop: 4 }}>
          {labels.fields.rootCause}
          {w.colon}
          {item.plan.rootCause}
        </p>
      )}
      <ol className="measure-list">
        {item.measures.map((measure, index) => (
          <Measure key={measure.id} detail={detail} policy={policy} index={index} />
        ))}
      </ol>
      {others.length === 0 ? null : (
        <>
          <h3>{w.item.otherEvidence}</h3>
          {others.map((file) => (
            <EvidenceLine key={file.id} file={file} detail={detail} />
          ))}
        </>
      )}
    </section>
  );
}

function Measure({ detail, policy, index }: Props & { readonly index: number }) {
  const { w, labels, listDate } = useSpeech();
  const names = useNames();
  const { item } = detail;
  const measure = item.measures[index];
  if (measure === undefined) return null;
  const count = contentsFor(item, measure.id).size;
  const unproven = item.application?.unproven.find(({ measureId }) => measureId === measure.id);
  const facts = [
    ...(measure.kind === null ? [] : [labels.measureKinds[measure.kind]]),
    ...(measure.ownerId === null ? [] : [`${labels.things.owner}${w.colon}${names.person(measure.ownerId)}`]),
    ...(measure.dueOn === null ? [] : [w.item.dueBy(listDate(measure.dueOn))]),
    ...(measure.progress === null ? [] : [labels.measureStates[measure.progress.status]]),
    ...(measure.asks.length === 0 ? [] : [`${labels.fields.asks}${w.colon}${measure.asks.join(w.separator)}`]),
  ];
  return (
    <li className="measure">
      <span className="index">{index + 1}.</span>
      <div>
        <p>{measure.text}</p>
        {facts.length === 0 ? null : <p className="quiet small">{facts.join(' · ')}</p>}
        {filesFor(item, measure.id).map((file) => (
          <EvidenceLine key={file.id} file={file} detail={detail} />
        ))}
        {unproven === undefined ? null : (
          <p className="small">
            {w.item.unproven}
            {w.colon}
            {unproven.reason}
          </p>
        )}
        {unproven === undefined && !isProven(item, measure, policy) ? (
          <p className="small missing">{w.item.tooLittleEvidence(count, filesNeeded(measure, policy))}</p>
        ) : null}
      </div>
    </li>
  );
}

function SourceMeasures({ measures }: { readonly measures: readonly string[] }) {
  const { w } = useSpeech();
  return (
    <>
      <h3>{w.item.sourceMeasures}</h3>
      <ol className="stack-8">
        {measures.map((text, index) => (
          <li key={text} className="measure">
            <span className="index">{index + 1}.</span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
