/** What the API itself says on the terminal that started it, in Chinese, key by key that of en.ts. */
import type { ApiWords } from './en.ts';

export const zh: ApiWords = {
  setUp: '系统中还没有人员：在 24 小时内打开以下链接，创建第一位管理员（只能使用一次）。',
  sampleOffer: '系统是空的：打开网页，可一键载入示例轮次，然后用以下账号登录。',
};
