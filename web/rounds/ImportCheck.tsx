/** What was read from the document, to be checked and corrected before it becomes a round. */
import '../styles/import-check.css';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { policyNames } from '../../core/rules/policies.ts';
import { china } from '../../core/rules/china.ts';
import type { Notice } from '../../core/round/notice.ts';
import { faultsOf, isRepeated, type FormFault } from '../ui/faults.ts';
import type { Change } from '../ui/kept-draft.ts';
import { importBody, lastingWarnings, type ImportDraft } from './import-draft.ts';
import { useImportRound } from '../mutations.ts';
import { findingsOf } from './tree/tree.ts';
import { TreeCheck } from './tree/TreeCheck.tsx';
import { useTree } from './tree/use-tree.ts';
import { useSpeech } from '../words.ts';
import Button from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { NoticeFacts } from './NoticeFacts.tsx';
import { NoticeWarnings } from './NoticeWarnings.tsx';

interface Props {
  readonly draft: ImportDraft & { readonly notice: Notice };
  readonly change: Change<ImportDraft>;
  readonly forget: () => void;
}

const form = 'import';
const others = policyNames.filter((name) => name !== 'standard');

export function ImportCheck({ draft, change, forget }: Props) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const navigate = useNavigate();
  const create = useImportRound();
  const { notice } = draft;
  const findings = useTree(draft, change);
  const [missing, setMissing] = useState<readonly FormFault[]>([]);
  const submit = () => {
    const faults = findingsOf(findings.tree).flatMap(({ id, title, number }, at) =>
      title.trim().length < 2
        ? [{ field: `entry-${id}`, message: w.wizard.tree.titleNeeded(number ?? String(at + 1)) }]
        : [],
    );
    setMissing(faults);
    if (faults.length > 0) return;
    create.mutate(importBody(draft, findings.tree, isRepeated(create.error)), {
      onSuccess: ({ id }) => {
        forget();
        void navigate(`/rounds/${id}/assign`);
      },
    });
  };
  return (
    <div className="form">
      <ErrorSummary faults={missing.length > 0 ? missing : faultsOf(create.error, speech)} />
      <NoticeWarnings warnings={lastingWarnings(draft, notice)} />
      {/* The findings stand outside: Enter in one of their fields makes no round. */}
      <form
        id={form}
        className="card form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <NoticeFacts notice={notice} />
        <TextField id="title" label={w.wizard.roundTitle} value={draft.title} onChange={(title) => change({ title })} />
        <DateField
          id="startsOn"
          label={labels.things.startsOn}
          hint={notice.dates.feedback === null ? w.wizard.startsOnHint : w.wizard.inDocument(notice.dates.feedback)}
          value={draft.startsOn}
          calendar={china}
          onChange={(startsOn) => change({ startsOn })}
        />
        <SelectField
          id="policy"
          label={w.wizard.policy}
          value={draft.policy}
          blank={labels.policies.standard}
          choices={others.map((name) => ({ value: name, words: labels.policies[name] }))}
          onChange={(policy) => change({ policy })}
        />
      </form>
      <TreeCheck source={draft.source} stated={draft.stated} {...findings} />
      <div className="row">
        <Button isMain isSubmit form={form} isBusy={create.isPending}>
          {isRepeated(create.error) ? w.handIn.again : w.wizard.create}
        </Button>
        <Button onClick={() => change({ isBack: true })}>{w.wizard.back}</Button>
        <span className="quiet small">{w.wizard.saved}</span>
      </div>
    </div>
  );
}
