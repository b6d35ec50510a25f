/** A thread that wants a source which nothing names where it can be seen. */
const elsewhere: string = new URL('./stripping-thread.ts', import.meta.url).href;

export const work = async (): Promise<void> => {
  await import(elsewhere);
};
