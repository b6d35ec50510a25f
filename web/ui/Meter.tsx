/** How much of a whole is done, as a bar with its words for those who cannot see it. */
interface Props {
  readonly value: number;
  readonly total: number;
  readonly words: string;
}

export function Meter({ value, total, words }: Props) {
  const share = total === 0 ? 0 : (100 * value) / total;
  return (
    <div
      className="meter"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
      aria-label={words}
    >
      <div style={{ width: `${share}%` }} />
    </div>
  );
}
