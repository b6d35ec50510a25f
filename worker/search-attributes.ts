/** What runs can be listed by, made known to the server: without it no run can begin. */
import type { temporal } from '@temporalio/proto';
import { searchAttributes } from '../core/item/lease.ts';

type Operator = Pick<temporal.api.operatorservice.v1.OperatorService, 'listSearchAttributes' | 'addSearchAttributes'>;

/** temporal.api.enums.v1.IndexedValueType; the enum's module is not loaded for three numbers. */
const indexed = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;

/** Harmless when repeated; what is there already stays. On Temporal Cloud they are made beforehand, and found here. */
export async function registerSearchAttributes(operator: Operator, namespace: string): Promise<void> {
  const { customAttributes } = await operator.listSearchAttributes({ namespace });
  const missing = Object.values(searchAttributes).filter(({ name }) => customAttributes?.[name] === undefined);
  if (missing.length === 0) return;
  await operator.addSearchAttributes({
    namespace,
    searchAttributes: indexedTypes(missing),
  });
}

type SearchAttribute = (typeof searchAttributes)[keyof typeof searchAttributes];

export const indexedTypes = (attributes: readonly SearchAttribute[]): Record<string, number> =>
  Object.fromEntries(attributes.map(({ name, type }) => [name, indexed[type]]));
