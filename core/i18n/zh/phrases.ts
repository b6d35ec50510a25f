/** 事项经过与“不能办理”共用的说法。 */
import type { Binding } from '../../item/binding.ts';
import { list, sentenceDate } from '../format.ts';
import type { Names } from '../names.ts';
import { zhLabels } from './labels.ts';

export const day = (date: string): string => sentenceDate(date, 'zh-CN');

export const measures = (ids: readonly string[], names: Names): string =>
  `措施 ${list(ids.map(names.measure), 'zh-CN')}`;

export const units = (ids: readonly string[], names: Names): string => list(ids.map(names.unit), 'zh-CN');

export const bindings = (as: readonly Binding[]): string =>
  list(
    as.map((binding) => zhLabels.bindings[binding]),
    'zh-CN',
  );
