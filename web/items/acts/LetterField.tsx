/** Which kind of letter is issued, or which letter is answered. */
import { letterName } from '../../../core/i18n/letter-name.ts';
import { awaitedLetters } from '../../../core/item/letter.ts';
import { letterRules } from '../../../core/rules/policy.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useSpeech } from '../../words.ts';
import { fieldId } from './field-id.ts';
import type { FieldProps } from './field-props.ts';

export function LetterField({
  name,
  draft,
  detail,
  round,
  fault,
  change,
}: FieldProps & { readonly name: 'letter' | 'letterSeq' }) {
  const { w, labels, locale } = useSpeech();
  const kinds = letterRules(round.policy).map(({ kind }) => ({
    value: kind,
    words: letterName(round.policy, kind, locale),
  }));
  const waiting = awaitedLetters(detail.item).flatMap(({ seq }) => {
    const letter = detail.letters.find((one) => one.seq === seq);
    if (letter === undefined) return [];
    const number =
      letter.year === null || letter.number === null ? '' : ` ${w.item.letterNumber(letter.year, letter.number)}`;
    return [{ value: String(seq), words: `${letter.name[locale]}${number}` }];
  });
  return (
    <SelectField
      id={fieldId(name)}
      label={labels.fields[name]}
      fault={fault}
      value={draft[name]}
      choices={name === 'letter' ? kinds : waiting}
      onChange={(value) => change({ [name]: value })}
    />
  );
}
