/** How far long work has come, on one line of a terminal; elsewhere nothing is said. */
interface Progress {
  readonly told: (done: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const everyMs = 200;

/** @param say how far, in words */
export function progress(say: (done: number) => string): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { told: () => undefined, end: () => undefined };
  let last = 0;
  const write = (text: string) => stderr.write(`\r\u001b[K${text}`);
  return {
    told: (done) => {
      if (performance.now() - last < everyMs) return;
      last = performance.now();
      write(say(done));
    },
    end: () => {
      if (last !== 0) write('');
      last = 0;
    },
  };
}
