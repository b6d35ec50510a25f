/** Runs one of our programs that does one thing and ends. */
import { launchNode, type NodeProgram } from './node.ts';

/** @returns whether it ended badly, and what it wrote last */
export async function runScript(program: NodeProgram): Promise<{ readonly hasFailed: boolean; readonly tail: string }> {
  const running = launchNode(program, false);
  const { code } = await running.exited;
  return { hasFailed: code !== 0, tail: running.tail() };
}
