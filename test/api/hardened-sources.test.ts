/** Small promises of docs/asvs.md that hold because something is nowhere in the sources, or stands in one place alone. */
import { generateKeyPairSync } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evidenceMaxBytes, useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { silentLogger } from '../support/ledger.ts';
import { createServer } from '../../api/server.ts';
import { signerOf } from '../../client/seal.ts';

const house = useApi();
const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });
const all = (pattern: string) => globSync(pattern, { cwd: root }).map(read);
const served = all('{activities,api,client,core,db,documents,wire,worker,workflows}/**/*.ts');
const doors = all('{activities,api,client,db}/**/*.ts');
const shown = all('web/**/*.{ts,tsx,html}');

describe('the sources', () => {
  test.each<[string, readonly { readonly path: string; readonly text: string }[], RegExp]>([
    ['draw nothing from a source that can be guessed', served, /Math\.random/],
    [
      'hash with SHA-256, encrypt with what the cipher names, and make Ed25519 keys, alone',
      all('{activities,api,cli,client,core,db,documents,local,wire,worker}/**/*.ts'),
      /createHash\((?!'sha256')|createHmac\(|create(?:Ciph|Deciph)eriv\((?!name,)|generateKeyPair\w*\((?!'ed25519')/,
    ],
    ['make no regular expression where input arrives', doors, /\bRegExp\(/],
    ['put nothing into the message of a log', served, /\b(?:log|logger)\.(?:debug|info|warn|error)\([^;]*\$\{/],
    ['send no browser elsewhere', served, /\.redirect\(/],
    [
      'use no engine for templates',
      served,
      /from '(?:@fastify\/view|ejs|eta|handlebars|liquidjs|mustache|nunjucks|pug)'/,
    ],
    ['of the pages hold no plug-in', shown, /<(?:applet|embed|object)\s/],
    ['of the pages hinder nobody from pasting', shown, /onPaste|onCopy|onContextMenu/],
  ])('%s', (_, sources, unwanted) => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(({ text }) => unwanted.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('encrypt by AES-256-GCM', () => {
    expect(read('wire/cipher.ts').text).toMatch(/\bname = 'aes-256-gcm'/);
  });

  test('of the pages take passwords in one field, which hides them and says what it is for', () => {
    const fields = shown.filter(({ text }) => /type="password"|Input\.Password/.test(text));
    expect(fields.map(({ path }) => path)).toEqual(['web/people/PasswordField.tsx']);
    expect(fields[0]?.text).toContain(`autoComplete={isNew ? 'new-password' : 'current-password'}`);
  });
});

describe('the compose file', () => {
  const { text } = read('docker-compose.yml');

  test('does not start with a password that is everybody’s', () => {
    const given = [...text.matchAll(/^ +\w*(?:PASSWORD|PWD): (.+)$/gm)].map(([, value = '']) => value);
    const within = [...text.matchAll(/postgres:\/\/\w+:([^@]+)@/g)].map(([, value = '']) => value);
    expect([given.length > 4, within.length > 1]).toEqual([true, true]);
    expect([...given, ...within].filter((value) => !/^\$\{\w+:\?[^}]+\}$/.test(value))).toEqual([]);
  });

  test('gives the key that seals commands to the API alone, and the password for mails to the worker', () => {
    const [, services = ''] = /^services:\n([\s\S]*?)^networks:/m.exec(text) ?? [];
    const holders = (secret: RegExp) =>
      services
        .split(/^(?= {2}\w[\w-]*:$)/m)
        .filter((service) => secret.test(service))
        .map((service) => /\w[\w-]*/.exec(service)?.[0]);
    expect(holders(/secrets: \[.*seal_key/)).toEqual(['api']);
    expect(holders(/\bSMTP_URL:/)).toEqual(['worker']);
  });
});

test('no key but Ed25519 seals a command', () => {
  const sealKeyFile = join(mkdtempSync(join(tmpdir(), 'rectify-seal-')), 'rsa.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(sealKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect(() => signerOf({ sealKeyFile, trustedKeysFile: null })).toThrow('Ed25519');
});

describe('the server', () => {
  test('decodes an address once', async () => {
    const answer = await house.as(cast.zhao, { method: 'GET', url: '/api/rounds/%2541' });
    expect(answer.json()).toMatchObject({ code: 'notFound', facts: { id: '%41' } });
  });

  test('lets its pages speak to it alone', async () => {
    const { headers } = await house.api.inject({ url: '/' });
    expect(headers['content-security-policy']).toMatch(/default-src 'self'.*connect-src 'self'/);
  });

  test('lists no folder, and refuses a request that says in two ways where it ends', async () => {
    const pages = mkdtempSync(join(tmpdir(), 'rectify-pages-'));
    mkdirSync(join(pages, 'assets'));
    for (const name of ['index.html', 'assets/known.js']) writeFileSync(join(pages, name), 'here');
    const api = await createServer(house.context, {
      config: { webUrl: 'http://localhost', proxies: 0, evidenceMaxBytes, sampleAllowed: false, mailPage: null },
      logger: silentLogger,
      pages,
    });
    const port = Number(new URL(await api.listen({ host: '127.0.0.1', port: 0 })).port);
    for (const url of ['/assets', '/assets/', '/assets/..', '/'])
      expect(await (await fetch(`http://127.0.0.1:${port}${url}`)).text(), url).not.toContain('known.js');
    const socket = connect(port, '127.0.0.1');
    socket.end(
      `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
        'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    );
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 400 /);
    await api.close();
  });
});
