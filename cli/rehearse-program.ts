/** The command that rehearses a round. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { dateOf } from './date-option.ts';
import { help, type Print, type WithSession } from './registering.ts';
import { rehearseRound, type RehearseOptions } from './rehearse.ts';
import { present } from '../core/present.ts';
import { assumptions } from '../core/round/rehearsal.ts';

export function addRehearsal(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('rehearse <round>')
    .description(help('rehearse'))
    .addOption(new Option('--until <date>', 'YYYY-MM-DD').argParser(dateOf).makeOptionMandatory())
    .addOption(new Option('--assume <assumption>').choices(assumptions.map(dashed)).default(dashed('nobodyActs')))
    .addOption(new Option('--heavy <mails>', help('heavyFrom')).argParser(mailsOf))
    .option('--policy <policy>', help('rehearseChange'))
    .addOption(new Option('--calendar <version>', help('rehearseChange')).argParser(Number))
    .addOption(new Option('--hand-over <from,to>', help('rehearseChange')).argParser(pairOf))
    .option('--json')
    .action((id: string, { assume, ...options }: Flags) => {
      const assumption = present(assumptions.find((one) => dashed(one) === assume) ?? null, assume);
      return withSession((session) => rehearseRound(session, id, { ...options, assumption }, print));
    });
}

interface Flags extends Omit<RehearseOptions, 'assumption'> {
  /** As it is typed: nobody-acts. */
  readonly assume: string;
}

const dashed = (one: string): string => one.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function mailsOf(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 2 || count > 100) throw new InvalidArgumentError('2–100');
  return count;
}

/** Two ids or addresses. */
function pairOf(value: string): { readonly from: string; readonly to: string } {
  const [from = '', to = '', ...more] = value.split(',');
  if (from === '' || to === '' || more.length > 0) throw new InvalidArgumentError('FROM,TO');
  return { from, to };
}
