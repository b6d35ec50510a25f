/** What the API itself says on the terminal that started it, in English; its type is what zh.ts must say too. */
export const en = {
  setUp: 'Nobody is here yet: open this link within 24 hours to become the first admin (it works once).',
  sampleOffer: 'Nothing here yet: the web page loads the sample round with one click; then sign in as one of these.',
};

export type ApiWords = typeof en;
