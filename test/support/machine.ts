/** The whole product on one machine, as `npm start` runs it, on free ports and in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../local/processes/signal.ts';
import { memoryOfTree } from './memory.ts';
import { freePort } from '../../local/ports.ts';

const root = join(import.meta.dirname, '..', '..');

/** What runs as a process of its own. */
export type Part = 'postgres' | 'temporal' | 'worker' | 'api';

export interface Machine {
  readonly web: string;
  readonly mails: string;
  /** Starts it and gives the milliseconds until it was ready. */
  start(): Promise<number>;
  /** What it has told on its terminal since the start. */
  said(): string;
  /** The processes of the parts that run now. */
  parts(): Readonly<Partial<Record<Part, number>>>;
  /** `kill -9`. */
  kill(part: Part): void;
  /** Where its database is, as its owner. */
  databaseUrl(): string;
  /** Resident memory of all its processes. */
  residentBytes(): number;
  /** Ctrl-C: gives the exit code and the processes that are left. */
  stop(): Promise<{ code: number | null; left: number[] }>;
  remove(): void;
}

export async function prepareMachine(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-machine-'));
  chmodSync(folder, 0o755);
  const ports = {
    RECTIFY_PORT: await freePort(),
    RECTIFY_POSTGRES_PORT: await freePort(),
    RECTIFY_TEMPORAL_PORT: await freePort(),
    RECTIFY_TEMPORAL_UI_PORT: await freePort(),
    RECTIFY_SMTP_PORT: await freePort(),
    RECTIFY_MAILS_PORT: await freePort(),
  };
  const settings = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  let child: ChildProcess | null = null;
  let output = '';
  const parts = (): Partial<Record<Part, number>> => {
    const lock: unknown = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'));
    const { children } = lock as { children: { name: Part; pid: number }[] };
    return Object.fromEntries(children.map(({ name, pid }) => [name, pid]));
  };

  return {
    web: `http://127.0.0.1:${ports.RECTIFY_PORT}`,
    mails: `http://127.0.0.1:${ports.RECTIFY_MAILS_PORT}`,
    async start() {
      const begun = Date.now();
      output = '';
      const env = { ...process.env, ...settings, RECTIFY_DATA_DIR: folder, RECTIFY_LANG: 'en' };
      child = spawn(process.execPath, [join(root, 'local', 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      while (!/^Ready /m.test(output)) {
        if (child.exitCode !== null || Date.now() - begun > 120_000) throw new Error(`it did not start:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return Date.now() - begun;
    },
    said: () => output,
    parts,
    kill(part) {
      const pid = parts()[part];
      if (pid === undefined) throw new Error(`no ${part} runs`);
      process.kill(pid, 'SIGKILL');
    },
    databaseUrl() {
      const addresses: unknown = JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8'));
      return (addresses as { DATABASE_URL: string }).DATABASE_URL;
    },
    residentBytes: () => memoryOfTree(child?.pid ?? 0).totalBytes,
    async stop() {
      if (child?.pid === undefined) return { code: null, left: [] };
      const pids = memoryOfTree(child.pid).processes.map(({ pid }) => pid);
      const gone = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGINT');
      const [code] = await gone;
      const left = () => pids.filter((pid) => isAlive(pid));
      // The guard ends when it sees that we are gone, a moment after.
      for (const end = Date.now() + 3000; left().length > 0 && Date.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return { code, left: left() };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A signed-in person who speaks to the API as a browser on the same site would. */
export class Visitor {
  readonly #origin: string;
  #cookie = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post('/api/session', { email, password });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
  }

  async get<Body>(path: string): Promise<Body> {
    const answer = await fetch(this.#origin + path, { headers: { cookie: this.#cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  /** Only whether it is answered. */
  async ask(path: string): Promise<{ status: number }> {
    const { status, body } = await fetch(this.#origin + path, { headers: { cookie: this.#cookie } });
    await body?.cancel();
    return { status };
  }

  async post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
    return this.#send(path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  async upload(
    path: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    type: string,
  ): Promise<{ status: number; body: unknown }> {
    const form = new FormData();
    form.append('file', new Blob([bytes], { type }), name);
    return this.#send(path, form, {});
  }

  async #send(path: string, body: string | FormData, headers: Record<string, string>) {
    const answer = await fetch(this.#origin + path, {
      method: 'POST',
      headers: { ...headers, origin: this.#origin, cookie: this.#cookie },
      body,
    });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }
}
