/** How long a caller may take: to say what is wanted, and to send it. Who stalls holds a connection and costs us memory. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './errors.ts';

export interface TimeLimits {
  /** From the first byte, or the connection, to the end of the headers. */
  readonly headersMs: number;
  /** Without a byte of the body. */
  readonly stallMs: number;
  /** For the whole body, besides what its size takes at `slowestBytesPerMs`. */
  readonly bodyMs: number;
  readonly slowestBytesPerMs: number;
  /** How often one looks. */
  readonly everyMs: number;
}

/** 32 bytes in a millisecond: a village's line. A file of 50 MB may take 27 minutes, a form half a minute. */
export const timeLimits: TimeLimits = {
  headersMs: 10_000,
  stallMs: 15_000,
  bodyMs: 30_000,
  slowestBytesPerMs: 32,
  everyMs: 1000,
};

/** Node's own limits: those of the headers alone, for it has one number for bodies of every size. */
export const serverTimes = ({ headersMs, everyMs }: TimeLimits) => ({
  requestTimeout: 0,
  http: { headersTimeout: headersMs, connectionsCheckingInterval: everyMs },
});

/** @param largestBytes of any body, for those that do not say how long they are */
export function limitTime(app: FastifyInstance, limits: TimeLimits, largestBytes: number): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    const { raw } = request;
    const mostMs = limits.bodyMs + bytesOf(request, largestBytes) / limits.slowestBytesPerMs;
    const begun = performance.now();
    let bytesRead = raw.socket.bytesRead;
    let lastByte = begun;
    const timer = setInterval(() => {
      const now = performance.now();
      if (raw.socket.bytesRead !== bytesRead) lastByte = now;
      bytesRead = raw.socket.bytesRead;
      const isStalled = now - lastByte > limits.stallMs;
      if (isStalled || now - begun > mostMs) cutOff(request, reply, isStalled ? limits.stallMs : mostMs);
    }, limits.everyMs);
    for (const end of ['end', 'close']) raw.once(end, () => clearInterval(timer));
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

function bytesOf({ headers }: FastifyRequest, largestBytes: number): number {
  const said = Number(headers['content-length'] ?? largestBytes);
  return Number.isFinite(said) ? Math.min(said, largestBytes) : largestBytes;
}

/** Says why, where nothing has been said yet, and closes the connection: what is still to come is not waited for. */
function cutOff(request: FastifyRequest, reply: FastifyReply, ms: number): void {
  if (reply.sent) {
    request.raw.destroy();
    return;
  }
  reply.raw.once('finish', () => request.raw.destroy());
  // A handler whose body breaks off would report a fault; it is none of ours.
  reply.log = reply.log.child({}, { level: 'silent' });
  void reply.header('connection', 'close');
  void refuse(request, reply, { code: 'tooSlow', seconds: Math.round(ms / 1000) }, null);
}
