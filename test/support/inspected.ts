/** A Node process that was started with its inspector: all its isolates collect their garbage when told to. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
}

/** The flag for Node, and how to reach the process. */
export const inspectorOn = (port: number): readonly string[] => [`--inspect=127.0.0.1:${port}`];

/** Settles when every isolate, the process's own and those of its threads, has collected what nobody holds any more. */
export async function collectGarbage(port: number): Promise<void> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the inspector does not answer'));
  });
  const sessions: string[] = [];
  const waiting = new Map<number, () => void>();
  socket.onmessage = ({ data }) => {
    const { id, method, params } = JSON.parse(String(data)) as Message;
    if (id !== undefined) waiting.get(id)?.();
    if (method === 'NodeWorker.attachedToWorker' && params?.sessionId !== undefined) sessions.push(params.sessionId);
    if (method === 'NodeWorker.receivedMessageFromWorker') waiting.get(collecting)?.();
  };
  let lastId = 0;
  const collecting = 1_000_000;
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
    const message = JSON.stringify({ id: collecting, method: 'HeapProfiler.collectGarbage' });
    const collected = new Promise<void>((resolve) => waiting.set(collecting, resolve));
    await ask('NodeWorker.sendMessageToWorker', { sessionId, message });
    await collected;
  }
  socket.close();
}
