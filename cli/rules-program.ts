/** The commands about dates and the rules that count them. */
import { Option, type Command } from 'commander';
import { explain } from './explain.ts';
import { help, inBoth, type Json, type Print, type WithSession } from './registering.ts';
import { addCalendar, apply, choosePolicy, listCalendars, listPolicies, preview, type RulesOptions } from './rules.ts';

export function addRules(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('explain <item>')
    .description(help('explain'))
    .option('--json')
    .action((id: string, { json }: Json) => withSession((session) => explain(session, id, json === true, print)));
  const calendar = program.command('calendar').description(inBoth(({ things }) => things.calendar));
  calendar
    .command('list')
    .option('--json')
    .action(({ json }: Json) => withSession((session) => listCalendars(session, json === true, print)));
  calendar
    .command('add <file>')
    .description(help('calendarAdd'))
    .action((file: string) => withSession((session) => addCalendar(session, file, print)));
  const rules = program.command('rules').description(inBoth(({ recordActs }) => recordActs.changeRules));
  rules
    .command('list')
    .description(help('rulesList'))
    .action(() =>
      withSession((session) => {
        listPolicies(session, print);
        return Promise.resolve();
      }),
    );
  rules
    .command('choose <round> <policy>')
    .description(help('rulesChoose'))
    .action((id: string, policy: string) => withSession((session) => choosePolicy(session, id, policy, print)));
  withOptions(rules.command('preview').description(help('rulesPreview'))).action((options: RulesOptions) =>
    withSession((session) => preview(session, options, print)),
  );
  withOptions(rules.command('apply').description(help('rulesApply')))
    .requiredOption('--reason <text>', help('rulesReason'))
    .action((options: RulesOptions) => withSession((session) => apply(session, options, print)));
}

/** Which rounds, and what they are to be judged by; all of them, and the newest calendar, where nothing is said. */
const withOptions = (command: Command): Command =>
  command
    .option('--round <id...>')
    .addOption(new Option('--calendar <version>').argParser(Number))
    .option('--policy <policy>', help('policyFile'))
    .option('--json');
