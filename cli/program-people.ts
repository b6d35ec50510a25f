/** The commands for people, and for what they hold. */
import { Option, type Command } from 'commander';
import { dateOf } from './date-option.ts';
import { addAbsence, listAbsences, stopAbsence, type AbsenceOptions } from './absences.ts';
import { handOver } from './hand-over.ts';
import { help, inBoth, type Json, type Print, type WithSession } from './registering.ts';
import { addUser, inviteUser, listUsers } from './users.ts';
import { roles } from '../core/actor.ts';

export function addPeople(program: Command, withSession: WithSession, print: Print): void {
  addHandOver(program, withSession, print);
  addAbsences(program, withSession, print);
  addUsers(program, withSession, print);
}

function addHandOver(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('hand-over <from> <to>')
    .description(help('handOver'))
    .requiredOption('--reason <text>', help('handOverReason'))
    .option('--item <ids...>', help('handOverItem'))
    .option('--yes', help('yes'))
    .option('--json')
    .action((from: string, to: string, { reason, item, yes, json }: HandOverFlags) =>
      withSession((session) =>
        handOver(session, { from, to, reason, items: item ?? [], yes: yes === true, isJson: json === true }, print),
      ),
    );
}

interface HandOverFlags extends Json {
  readonly reason: string;
  readonly item?: string[];
  readonly yes?: true;
}

function addAbsences(program: Command, withSession: WithSession, print: Print): void {
  const absence = program.command('absence').description(inBoth(({ things }) => things.absence));
  absence
    .command('list')
    .option('--json')
    .action(({ json }: Json) => withSession((session) => listAbsences(session, json === true, print)));
  absence
    .command('enter')
    .description(help('absenceEnter'))
    .option('--of <person>')
    .requiredOption('--substitute <person>')
    .addOption(new Option('--from <date>', 'YYYY-MM-DD').argParser(dateOf).makeOptionMandatory())
    .addOption(new Option('--to <date>', 'YYYY-MM-DD').argParser(dateOf).makeOptionMandatory())
    .requiredOption('--reason <text>')
    .action(({ of, ...options }: AbsenceFlags) =>
      withSession((session) => addAbsence(session, { ...options, of }, print)),
    );
  absence
    .command('end <absence>')
    .description(help('absenceEnd'))
    .action((id: string) => withSession((session) => stopAbsence(session, id, print)));
}

type AbsenceFlags = Omit<AbsenceOptions, 'of'> & { readonly of?: string };

function addUsers(program: Command, withSession: WithSession, print: Print): void {
  const users = program.command('users').description(inBoth(({ things }) => things.people));
  users
    .command('list')
    .option('--json')
    .action(({ json }: Json) => withSession((session) => listUsers(session, json === true, print)));
  users
    .command('invite <email>')
    .description(help('invite'))
    .action((email: string) => withSession((session) => inviteUser(session, email, print)));
  users
    .command('add')
    .requiredOption('--email <email>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <roles...>').choices(roles).makeOptionMandatory())
    .option('--unit <id>')
    .option('--inspection-office', help('inspectionOffice'))
    .option('--password-stdin', help('passwordStdin'))
    .action(
      (options: {
        email: string;
        name: string;
        role: (typeof roles)[number][];
        unit?: string;
        inspectionOffice?: true;
        passwordStdin?: true;
      }) =>
        withSession((session) =>
          addUser(
            session,
            {
              ...options,
              roles: options.role,
              inspectionOffice: options.inspectionOffice === true,
              passwordStdin: options.passwordStdin === true,
            },
            print,
          ),
        ),
    );
}
