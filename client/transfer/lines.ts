/** The lines of a text that comes in pieces: one at a time, ended by `\n` alone, for JSON may hold the other line ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n');
    rest += first;
    for (const next of more) {
      yield rest;
      rest = next;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
