/** The commands that verify the ledger and take it along. */
import type { Command } from 'commander';
import { bundle } from './bundle.ts';
import { help, type Print, type WithSession } from './registering.ts';
import { exportFolder, importFolder } from './transfer.ts';
import { anchors, verify, type VerifyOptions } from './verify.ts';

export function addLedger(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('verify')
    .description(help('verify'))
    .option('--code <code...>')
    .option('--json')
    .action((options: VerifyOptions) => withSession((session) => verify(session, options, print)));
  program
    .command('anchors')
    .description(help('anchors'))
    .action(() => withSession((session) => anchors(session, print)));
  program
    .command('bundle <id>')
    .description(help('bundle'))
    .requiredOption('--out <file>')
    .action((id: string, { out }: { out: string }) => withSession((session) => bundle(session, id, out, print)));
  program
    .command('export')
    .description(help('export'))
    .requiredOption('--out <folder>')
    .action(({ out }: { out: string }) => withSession((session) => exportFolder(session, out, print)));
  program
    .command('import <folder>')
    .description(help('import'))
    .action((folder: string) => withSession((session) => importFolder(session, folder, print)));
}
