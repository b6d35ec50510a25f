/** Fields: their codes are left out, their results kept, but for tables of contents (ECMA-376 Part 1, §17.16). */

export interface Fields {
  readonly onChar: (type: string | undefined) => void;
  readonly onCode: (text: string) => void;
  /** Whether what stands here is a code, or a result that is left out. */
  readonly isSilent: () => boolean;
}

export function newFields(): Fields {
  const open: { code: string; isResult: boolean }[] = [];
  return {
    onChar: (type) => {
      if (type === 'begin') open.push({ code: '', isResult: false });
      else if (type === 'end') open.pop();
      else {
        const field = open.at(-1);
        if (field !== undefined) field.isResult = true;
      }
    },
    onCode: (text) => {
      const field = open.at(-1);
      if (field !== undefined && !field.isResult) field.code += text;
    },
    isSilent: () => open.some(({ code, isResult }) => !isResult || /^\s*TOC\b/i.test(code)),
  };
}
