/** The two languages of the product, as people choose them and the ledger keeps them. */
export type Locale = 'zh-CN' | 'en';

export const locales: readonly Locale[] = ['zh-CN', 'en'];
