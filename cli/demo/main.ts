/** `npm run -s demo -- [FILE] [--json]`: plays a whole round on the servers that local/demo.ts has started. */
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { DemoClock } from './clock.ts';
import { Diary } from './diary.ts';
import { playRound } from './story.ts';
import { readDocument } from '../parse.ts';
import { localeOf } from '../program.ts';
import { wordsOf } from '../words.ts';
import { openContext } from '../../client/open.ts';
import { parseConfig } from '../../core/config.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { unpublishedMark } from '../../core/i18n/format.ts';
import { unreadableText } from '../../core/i18n/unreadable.ts';
import { UnreadableNotice } from '../../documents/notice/unreadable.ts';

const sample = fileURLToPath(new URL('../../documents/sample/notice.md', import.meta.url));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const locale = localeOf(process.env);
const words = wordsOf(locale).demo;
const { chain } = catalogue(locale);
const read = parseConfig(process.env, 'RECTIFY_SEAL_KEY_FILE', 'RECTIFY_PAYLOAD_KEYS_FILE');
if ('problems' in read) throw new Error(read.problems.map(({ name, code }) => `${name}: ${code}`).join(', '));
const { config } = read;

async function document(): ReturnType<typeof readDocument> {
  const path = positionals[0] === undefined ? sample : resolve(process.env['INIT_CWD'] ?? '.', positionals[0]);
  try {
    const found = await readDocument(path);
    if (found.notice.parts.length > 0) return found;
    console.error(words.noItems);
  } catch (error) {
    if (!(error instanceof UnreadableNotice)) throw error;
    console.error(unreadableText(error.facts, locale));
  }
  process.exit(2);
}

const { source, notice } = await document();
const clock = new DemoClock();
const context = openContext(config, process.env, { logger: pino({ level: 'error' }), now: clock.now });
const say = (line: string) => console.log(line);

const outcome = await playRound(
  {
    context,
    temporal: context.temporal,
    clock,
    diary: new Diary(context, locale),
    say,
    sayUnknownYears: (years) => {
      const mark = unpublishedMark(years, locale);
      if (mark !== null) say(`  ※ ${mark}`);
    },
  },
  source,
  notice,
);
console.log(
  values.json === true
    ? JSON.stringify(outcome)
    : `\n${words.figures(outcome)}\n${outcome.chainVerified ? `✓ ${chain.intact}` : `✗ ${chain.broken}`}`,
);
await context.close();
