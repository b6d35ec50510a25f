/** A round (轮次): one inspection, its document and the items made of it. */

/** draft 草稿 · launching 启动中 · running 进行中 · completed 已办结. A draft that was given up is no round any more: nothing reads it. */
export type RoundState = 'draft' | 'launching' | 'running' | 'completed';

/** No document has as many; what asks for more is a mistake. */
export const mostItems = 10_000;
