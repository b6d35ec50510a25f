/** Waits until a server that was just started lets us in, or says why it never will. */
import pg from 'pg';
import { detailOf, LocalProblem } from '../problem.ts';
import { howItEnded, type Running } from '../processes/launch.ts';
import { until } from '../until.ts';
import { withConnection } from './connection.ts';
import { whyNot, type Attempted } from './why-not.ts';

/** After a power cut it replays its log first, which may take a while. */
const patienceMs = 120_000;
const askMs = 5000;

const wrongPassword = '28P01';
/** Starting up or shutting down, and all connections taken: asked again, it will say something else. */
const notNow = ['57P03', '53300'];

/** @throws LocalProblem */
export async function answering(
  url: string,
  running: Pick<Running, 'exited' | 'tail'>,
  attempted: Attempted & { readonly secretsFile: string },
): Promise<void> {
  let end: string | null = null;
  let refusal: pg.DatabaseError | null = null;
  const ended = running.exited.then((exit) => {
    end = howItEnded(exit);
    return false;
  });
  const isLetIn = async () => {
    try {
      await withConnection(url, async () => undefined, askMs);
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && !notNow.includes(error.code ?? '')) refusal = error;
      return false;
    }
  };
  // Whoever has its port instead may never answer.
  const ask = () => Promise.race([isLetIn(), ended]);
  const gaveUp = () => end !== null || refusal !== null;
  if (await until(ask, { timeoutMs: patienceMs, gaveUp })) return;
  const tail = running.tail();
  if (refusal !== null) throw new LocalProblem(problemOf(refusal, tail, attempted));
  if (end !== null) throw new LocalProblem(whyNot(running.tail(40), end, attempted));
  const seconds = patienceMs / 1000;
  throw new LocalProblem({ code: 'childSlow', service: 'postgres', seconds, tail, log: attempted.log });
}

/** What a connection that failed says about its server. */
export function problemOf(
  error: unknown,
  tail: string,
  attempted: Attempted & { readonly secretsFile: string },
): LocalProblem['problem'] {
  const { folder, secretsFile } = attempted;
  if (!(error instanceof pg.DatabaseError)) return whyNot(tail, detailOf(error), attempted);
  if (error.code === wrongPassword) return { code: 'databasePassword', folder, file: secretsFile };
  return whyNot(`${tail}\n${error.code} ${error.message} ${error.detail ?? ''}`, detailOf(error), attempted);
}
