/**
 * How failures are written: their words and stacks travel as a payload, and so encrypted, for they may quote what people wrote.
 * Their types, which are our codes, stay readable. Part of the bundle of the workflows, and loaded by path.
 */
import { DefaultFailureConverter } from '@temporalio/common';

export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
