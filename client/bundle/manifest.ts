/** The list of what is in a bundle, made while it is written; the API's seal on it holds all of it together. */
import { createHash } from 'node:crypto';
import type { Entry } from './zip.ts';
import type { Signer } from '../seal.ts';
import type { Instant } from '../../core/time.ts';

export interface BundleHead {
  readonly of: { readonly kind: 'item' | 'round'; readonly id: string };
  readonly madeAt: Instant;
  /** The person's id. */
  readonly madeBy: string;
  /** Of one unit alone, for whoever sees no other. */
  readonly unitId: string | null;
}

interface ListedItem {
  readonly id: string;
  readonly roundId: string;
  readonly number: string;
  readonly facts: number;
  /** The hash of the last fact. */
  readonly head: string | null;
}

interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Evidence under the name it was handed in with: what people wrote is never a path. */
interface HandedIn {
  readonly itemId: string;
  readonly sha256: string;
  readonly name: string;
}

export class Manifest {
  readonly items: ListedItem[] = [];
  readonly evidence: HandedIn[] = [];
  readonly #files: ListedFile[] = [];
  readonly #head: BundleHead;

  constructor(head: BundleHead) {
    this.#head = head;
  }

  /** The entry as it goes into the bundle, listed once its last byte has been read. */
  listed(entry: Entry): Entry {
    return { ...entry, content: this.#counted(entry) };
  }

  async *#counted({ path, content }: Entry): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    this.#files.push({ path, bytes, sha256: hash.digest('hex') });
  }

  /** The last two entries: neither is listed itself. */
  closing(signer: Signer): Entry[] {
    const { items, evidence } = this;
    const manifest = jsonOf({ format: 'rectify-bundle/1', ...this.#head, items, evidence, files: this.#files });
    const sha256 = createHash('sha256').update(manifest).digest('hex');
    return [
      { path: 'manifest.json', content: [manifest], isPacked: false },
      { path: 'manifest.seal.json', content: [jsonOf(signer.sign(`bundle\n${sha256}`))], isPacked: false },
    ];
  }
}

export const jsonOf = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
