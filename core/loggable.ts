/**
 * An error as it may stand in a log: what broke and where, and nothing of what people wrote.
 *
 * PostgreSQL quotes the values it refused in its message and its detail (a name, an address, a body); its code, table and
 * constraint say what broke without them.
 */
interface DatabaseError extends Error {
  readonly severity: string;
  readonly code?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly routine?: string;
}

const isOfDatabase = (error: Error): error is DatabaseError => 'severity' in error && 'routine' in error;

export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, stack = '' } = error;
  // The first lines of a stack are the message again.
  const frames = stack.slice(Math.max(0, stack.search(/^\s+at /m)));
  if (isOfDatabase(error)) {
    const { code, severity, table, column, constraint, routine } = error;
    return { type, code, severity, table, column, constraint, routine, stack: frames };
  }
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: loggable(error.cause) };
  return { type, message: error.message, ...code, stack: frames, ...cause };
}
