/** The one way to the server: JSON in, JSON out, and every "no" as an {@link ApiError} with the server's own sentence. */
import type { Problem } from '../api/contract.ts';

/** `status` 0: the server could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, { code, message, facts }: Problem) {
    super(message);
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}

export const get = <Answer>(path: string, signal?: AbortSignal) => call<Answer>('GET', path, undefined, signal);

export const call = <Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> =>
  send<Answer>(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });

export function sendFile<Answer>(path: string, file: File): Promise<Answer> {
  const body = new FormData();
  body.append('file', file);
  return send<Answer>(path, { method: 'POST', body });
}

async function send<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(`/api${path}`, { ...request, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, { code: 'offline', message: '', facts: {} });
  });
  return read<Answer>(response.status, await response.text());
}

/** @throws {ApiError} for every answer that is not a success, also where a proxy answered in HTML. */
export function read<Answer>(status: number, text: string): Answer {
  const answer: unknown = parse(text);
  // 202 with a problem: the command is on its way, its outcome not known yet.
  if (isProblem(answer)) throw new ApiError(status, answer);
  if (status < 400) return answer as Answer;
  throw new ApiError(status, { code: 'ours', message: '', facts: {} });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'facts' in value;
