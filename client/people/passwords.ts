/** Passwords, kept as scrypt hashes that say how they were made, so that the cost can grow later. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import pLimit from 'p-limit';

/** 2^15 blocks of 1 KiB: 32 MiB and about a tenth of a second for each guess. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const keyBytes = 32;

/** One at a time: guesses by the hundred must not take the processors from everybody else. */
const oneAtATime = pLimit(1);

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  oneAtATime(() => scrypted(password, salt, options));

const scrypted = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, keyBytes, { ...options, maxmem: 128 * 1024 * 1024 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compared where nobody or nobody with a password was named, so that the time taken tells nothing. */
const nobodys = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, blocks, r, p, salt = '', key = ''] = (hash ?? nobodys).split('$');
  const expected = Buffer.from(key, 'base64url');
  const options = { N: Number(blocks), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, 'base64url'), options);
  return given.length === expected.length && timingSafeEqual(given, expected) && hash !== null;
}
