/**
 * The brake on guessing passwords. Kept in memory: several API processes brake each on their own, a restart forgets.
 *
 * An account is braked for the address that guesses, so that nobody can lock somebody else out; only very many guesses
 * from everywhere brake an account as a whole.
 */
import { millis, type Instant } from '../../core/time.ts';

const windowMs = 15 * 60_000;
const limits = { accountFromAddress: 10, address: 30, account: 100 } as const;

export class Brake {
  readonly #failures = new Map<string, number[]>();

  /** Minutes until the next try may be made, 0 when it may be made now. */
  minutesToWait(account: string, address: string, now: Instant): number {
    const waits = keysOf(account, address).map(({ key, limit }) => {
      const recent = this.#recent(key, now);
      const oldestThatCounts = recent.at(-limit);
      return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs - millis(now);
    });
    return Math.ceil(Math.max(...waits) / 60_000);
  }

  /**
   * Counts a try before its outcome is known, so that many at the same moment do not slip through together.
   * @returns takes the try back: the password was right
   */
  begin(account: string, address: string, now: Instant): () => void {
    const at = millis(now);
    this.#forgetOld(now);
    const keys = keysOf(account, address).map(({ key }) => key);
    for (const key of keys) this.#failures.set(key, [...this.#recent(key, now), at]);
    return () => {
      for (const key of keys) {
        const tries = this.#failures.get(key) ?? [];
        const index = tries.lastIndexOf(at);
        if (index >= 0) this.#failures.set(key, tries.toSpliced(index, 1));
      }
      // For this account from this address the counting begins anew; others go on being braked.
      const [own] = keys;
      if (own !== undefined) this.#failures.delete(own);
    };
  }

  #recent(key: string, now: Instant): number[] {
    return (this.#failures.get(key) ?? []).filter((at) => at > millis(now) - windowMs);
  }

  #forgetOld(now: Instant): void {
    for (const key of this.#failures.keys()) if (this.#recent(key, now).length === 0) this.#failures.delete(key);
  }
}

const keysOf = (account: string, address: string) =>
  [
    { key: `${account.toLowerCase()} ${address}`, limit: limits.accountFromAddress },
    { key: `from ${address}`, limit: limits.address },
    { key: `to ${account.toLowerCase()}`, limit: limits.account },
  ] as const;
