/** Files are chosen from this machine. */
interface Props {
  readonly words: string;
  readonly accept?: string;
  /** `multiple` hides the camera in some in-app browsers, so pictures come one by one. */
  readonly isMany?: boolean;
  /** At least one. */
  readonly onChoose: (files: readonly [File, ...File[]]) => void;
}

export function FilePicker({ words, accept, isMany = false, onChoose }: Props) {
  return (
    <label className="picker">
      <input
        className="visually-hidden"
        type="file"
        accept={accept}
        multiple={isMany}
        onChange={({ target }) => {
          const [first, ...rest] = [...(target.files ?? [])];
          if (first !== undefined) onChoose([first, ...rest]);
          // The same file again is a choice, too: it may have been corrected.
          target.value = '';
        }}
      />
      <span>{words}</span>
    </label>
  );
}
