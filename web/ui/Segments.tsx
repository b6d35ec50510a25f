/** One of a few, all of them seen: views of a page, or for whom a paper is read. */
interface Props<Value extends string> {
  readonly label: string;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly words: string }[];
  readonly onChoose: (value: Value) => void;
}

export function Segments<Value extends string>({ label, chosen, choices, onChoose }: Props<Value>) {
  return (
    <div className="segmented" role="group" aria-label={label}>
      {choices.map(({ value, words }) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {words}
        </button>
      ))}
    </div>
  );
}
