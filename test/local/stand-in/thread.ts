/** A thread that dies of whatever is said to it on its port. */
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

const server = createServer((socket) =>
  socket.on('data', (said) => {
    throw new Error(`cannot bear ${said.toString()}`);
  }),
);
server.listen((workerData as { port: number }).port, '127.0.0.1', () => parentPort?.postMessage('ready'));
parentPort?.on('message', () => {
  server.close();
  parentPort?.close();
});
