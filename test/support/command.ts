/** Commands of a figure or a fault: `node main.ts NAME [--option N] … [--json]`, whose last line is the result. */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';

/** The option's whole number from 1 to `most`, or the usual one; anything else ends the command with what was expected. */
type Whole<Option extends string> = (option: Option, most: number, usual: number) => number;

interface Command<Option extends string, Result> {
  /** As it stands in package.json. */
  readonly script: string;
  readonly options: readonly Option[];
  readonly runs: (whole: Whole<Option>) => Readonly<Record<string, () => Promise<Result>>>;
  /** For people. */
  readonly sentence: (result: Result) => string;
}

/** Runs what the arguments name. With `--json` the last line of the output is the result, else its sentence. */
export async function runCommand<Option extends string, Result>({
  script,
  options,
  runs,
  sentence,
}: Command<Option, Result>): Promise<Result> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      ...Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
    },
  });
  const whole: Whole<Option> = (option, most, usual) => {
    const given = Object.entries(values).find(([name]) => name === option)?.[1];
    const number = Number(given ?? usual);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    console.error(`--${option}: a whole number from 1 to ${most} was expected, not ${String(given)}`);
    process.exit(2);
  };
  const known = runs(whole);
  const [name, ...others] = positionals;
  const run = name === undefined || others.length > 0 ? undefined : known[name];
  if (run === undefined) {
    const usage = options.map((option) => `[--${option} N]`).join(' ');
    console.error(`usage: npm run -s ${script} -- ${Object.keys(known).join('|')} ${usage} [--json]`);
    process.exit(2);
  }
  const result = await run();
  console.log(values.json === true ? JSON.stringify(result) : sentence(result));
  return result;
}

/** How a run goes on, beside its result. */
export const say = (line: string): void => console.error(line);

/** The result of such a command in a process of its own; rejects when it ends as failed. */
export async function resultOf<Result>(program: string, ...args: string[]): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, '--json']);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Result;
}
