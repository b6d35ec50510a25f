/** A Node process whose isolates all collect their garbage when told to. */
import { until } from '../../local/until.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
}

/** For Node: where its inspector will listen once it is woken; until then there is none. */
export const inspectorAt = (port: number): string => `--inspect-port=127.0.0.1:${port}`;

/** Settles when every isolate, the process's own and those of its threads, has collected what nobody holds any more. */
export async function collectGarbage(pid: number, port: number): Promise<void> {
  const socket = new WebSocket(await woken(pid, port));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the inspector does not answer'));
  });
  const sessions: string[] = [];
  const waiting = new Map<number, () => void>();
  let collected: (() => void) | null = null;
  socket.onmessage = ({ data }) => {
    const { id, method, params } = JSON.parse(String(data)) as Message;
    if (id !== undefined) waiting.get(id)?.();
    if (method === 'NodeWorker.attachedToWorker' && params?.sessionId !== undefined) sessions.push(params.sessionId);
    if (method === 'NodeWorker.receivedMessageFromWorker') collected?.();
  };
  let lastId = 0;
  const ask = (method: string, params: object = {}): Promise<void> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  await ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
  await ask('HeapProfiler.collectGarbage');
  for (const sessionId of sessions) {
    const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
    const answered = new Promise<void>((resolve) => (collected = resolve));
    await ask('NodeWorker.sendMessageToWorker', { sessionId, message });
    await answered;
  }
  socket.close();
}

/** The address of its inspector, which a process opens when it gets this signal, and keeps open. */
async function woken(pid: number, port: number): Promise<string> {
  process.kill(pid, 'SIGUSR1');
  let url = '';
  const isOpen = async () => {
    try {
      const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
      url = (targets as { webSocketDebuggerUrl: string }[])[0]?.webSocketDebuggerUrl ?? '';
    } catch {
      // Not open yet.
    }
    return url !== '';
  };
  if (await until(isOpen, { timeoutMs: 10_000 })) return url;
  throw new Error(`process ${pid} opened no inspector`);
}
