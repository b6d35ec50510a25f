/** A payload that no key opens, by the id of the key that it names. */
import { ApplicationFailure } from '@temporalio/common';

const reasons = {
  unknownKey: 'no such key is in use any more, or yet',
  changed: 'it is not what was encrypted under that key',
} as const;

/**
 * Trying again does not help: a key must come back, or the run begin anew from the ledger. A failure of an application, so that
 * its type stands readable in the history of the run whose task it failed.
 */
export class UnreadablePayload extends ApplicationFailure {
  override readonly name = 'UnreadablePayload';
  readonly reason: keyof typeof reasons;
  readonly keyId: string;

  constructor(reason: keyof typeof reasons, keyId: string, cause?: Error) {
    super(`a payload names key "${keyId}": ${reasons[reason]}`, 'UnreadablePayload', true, [{ reason, keyId }], cause);
    this.reason = reason;
    this.keyId = keyId;
  }
}
