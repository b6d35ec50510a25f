/** What an installation may have or not: each a group of settings that go together, all of them or none. */
import type { ConfigProblem, SettingsReader } from './settings-reader.ts';

export interface OpenidConfig {
  /** As the provider names itself: `https://…`, on this machine alone `http://…`, too. */
  readonly issuer: string;
  readonly clientId: string;
  /** The file with the client's secret and nothing else. */
  readonly clientSecretFile: string;
  /** What people know it by: on the button. */
  readonly name: string;
}

export interface RehearsalConfig {
  /** A database of its own, which its login owns: it is emptied by each rehearsal. */
  readonly databaseUrl: string;
  /** The program of Temporal's server whose time can be skipped. */
  readonly server: string;
}

const openidExamples = {
  RECTIFY_OPENID_ISSUER: 'https://login.example.cn',
  RECTIFY_OPENID_CLIENT_ID: 'rectify',
  RECTIFY_OPENID_CLIENT_SECRET_FILE: 'secrets/openid',
} as const;

/** All three of them, or none. */
export function readOpenid(read: SettingsReader, problems: ConfigProblem[]): OpenidConfig | null {
  const pattern = /^(https:\/\/[^/\s]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(?=\/|$))/;
  const issuer = read.address('RECTIFY_OPENID_ISSUER', pattern, openidExamples.RECTIFY_OPENID_ISSUER);
  const clientId = read.textOrNull('RECTIFY_OPENID_CLIENT_ID');
  const clientSecretFile = read.textOrNull('RECTIFY_OPENID_CLIENT_SECRET_FILE');
  const name = read.textOrNull('RECTIFY_OPENID_NAME');
  if (issuer !== null && clientId !== null && clientSecretFile !== null)
    return { issuer, clientId, clientSecretFile, name: name ?? issuer.replace(/^\w+:\/\/([^/]+).*$/, '$1') };
  if ([issuer, clientId, clientSecretFile, name].some((value) => value !== null))
    for (const [missing, allowed] of Object.entries(openidExamples))
      if (read.given(missing) === undefined) problems.push({ name: missing, code: 'missing', allowed, given: '' });
  return null;
}

const rehearsalExamples = {
  RECTIFY_REHEARSAL_DATABASE_URL: 'postgres://rectify_rehearsal:secret@db.example:5432/rectify_rehearsal',
  RECTIFY_REHEARSAL_SERVER: '/opt/temporal-test-server/bin/temporal-test-server',
} as const;

/** Both of them, or none. */
export function readRehearsal(read: SettingsReader, problems: ConfigProblem[]): RehearsalConfig | null {
  const { RECTIFY_REHEARSAL_DATABASE_URL: example } = rehearsalExamples;
  const databaseUrl = read.address('RECTIFY_REHEARSAL_DATABASE_URL', /^postgres(ql)?:\/\/.+/, example);
  const server = read.textOrNull('RECTIFY_REHEARSAL_SERVER');
  if (databaseUrl !== null && server !== null) return { databaseUrl, server };
  if (databaseUrl !== null || server !== null)
    for (const [missing, allowed] of Object.entries(rehearsalExamples))
      if (read.given(missing) === undefined) problems.push({ name: missing, code: 'missing', allowed, given: '' });
  return null;
}
