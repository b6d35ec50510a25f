/**
 * Verifies an unpacked evidence bundle where there is no server: `node verify.mjs [--keys FILE.pem]`, Node 20 or later, nothing
 * to install. Exit code 0 when everything holds, 1 when anything does not.
 *
 * Whoever makes a bundle up makes its keys up too: keys that were got elsewhere, and codes from mails, tell the difference.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { en } from './en.mjs';
import { zh } from './zh.mjs';

const folder = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const found = [];
const wrong = (where, what, seq = null) => found.push({ where, what, seq });

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const textOf = (path) => readFileSync(join(folder, path), 'utf8');
const jsonOf = (path) => JSON.parse(textOf(path));
const linesOf = (path) =>
  textOf(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** One text for one JSON value, whatever order its keys came in. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

function keysFrom(pem) {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return new Map(
    blocks.map((block) => {
      const key = createPublicKey(block);
      return [sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16), key];
    }),
  );
}

/** True, false, or null where the key is not known. */
function isSealed(keys, text, seal) {
  const key = keys.get(seal?.keyId);
  if (key === undefined) return null;
  return verify(null, Buffer.from(text), key, Buffer.from(String(seal.signature), 'base64'));
}

/** Looks, and takes what cannot be read for wrong. */
function looked(where, look) {
  try {
    look();
  } catch {
    wrong(where, 'unreadable');
  }
}

function* filesUnder(at = '') {
  for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const safePath = /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/;

async function verifyFiles(manifest) {
  const listed = new Set(['manifest.json', 'manifest.seal.json']);
  for (const { path, bytes, sha256: listedHash } of manifest.files) {
    if (!safePath.test(path)) {
      wrong(String(path), 'unsafePath');
      continue;
    }
    listed.add(path);
    const hash = createHash('sha256');
    try {
      if (statSync(join(folder, path)).size !== bytes) throw new RangeError(path);
      await pipeline(createReadStream(join(folder, path)), hash);
      if (hash.digest('hex') !== listedHash) throw new RangeError(path);
    } catch (error) {
      wrong(path, error.code === 'ENOENT' ? 'missing' : 'changed');
    }
    if (path.startsWith('files/') && path !== `files/${listedHash}`) wrong(path, 'changed');
  }
  for (const path of filesUnder()) if (!listed.has(path)) wrong(path, 'unlisted');
}

/** The first fact that breaks a chain, or null. */
function brokenAt(start, links) {
  let previous = sha256(start);
  for (const [index, { seq, fact, ...link }] of links.entries()) {
    const hash = sha256(`${previous}\n${canonical(fact)}`);
    if (seq !== index + 1 || link.previous !== previous || link.hash !== hash) return index + 1;
    previous = hash;
  }
  return null;
}

function verifyItem(manifest, { id, facts: count, head }, keys) {
  const path = `items/${id}/facts.jsonl`;
  const facts = linesOf(path);
  const links = facts.map(({ event, previous, hash }) => ({ seq: event.seq, fact: event, previous, hash }));
  const broken = brokenAt(`item:${id}`, links);
  if (broken !== null) wrong(path, 'chain', broken);
  if (facts.length !== count || (facts.at(-1)?.hash ?? null) !== head) wrong(path, 'facts');
  const files = new Set(manifest.files.map((file) => file.path));
  let seals = 0;
  for (const { event, sealed } of facts) {
    if (event.sha256 !== undefined && !files.has(`files/${event.sha256}`)) wrong(path, 'evidence', event.seq);
    if (sealed === null) continue;
    const { command, seal } = sealed;
    const holds = isSealed(keys, canonical({ itemId: id, command }), seal);
    const isOfFact = command.commandId === event.commandId && command.actor?.personId === event.by;
    if (holds === null) wrong(path, 'noKey', event.seq);
    else if (!holds || !isOfFact) wrong(path, 'seal', event.seq);
    seals += 1;
  }
  verifyProjection(id, facts);
  return { facts: facts.length, seals };
}

function verifyProjection(id, facts) {
  const path = `items/${id}/item.json`;
  const { id: own, item, letters, anchor } = jsonOf(path);
  if (own !== id || item.itemId !== id || item.seq !== facts.length) wrong(path, 'item');
  for (const { seq, kind } of letters) if (facts[seq - 1]?.event.step?.letter !== kind) wrong(path, 'letter', seq);
  if (anchor === null) return;
  if (facts[anchor.seq - 1]?.hash !== anchor.hash) wrong(path, 'anchored', anchor.seq);
  const { heads } = jsonOf(`anchors/${anchor.digest}.json`);
  const isTold = ({ chain, seq, hash }) => chain === `item:${id}` && seq === anchor.seq && hash === anchor.hash;
  if (heads !== null && !heads.some(isTold)) wrong(path, 'anchored', anchor.seq);
}

function verifyRecords(path) {
  const facts = linesOf(path);
  const links = facts.map(({ previous, hash, ...fact }) => ({ seq: fact.seq, fact, previous, hash }));
  const broken = brokenAt(`record:${path.split('/')[1]}`, links);
  if (broken !== null) wrong(path, 'chain', broken);
  return facts.length;
}

function verifyAnchor(path, keys) {
  const { at, previous, digest, seal, heads } = jsonOf(path);
  const told = heads?.map(({ chain, seq, hash }) => [chain, seq, hash]);
  const isWhole = told === undefined || digest === sha256(`${previous}\n${canonical({ at, heads: told })}`);
  if (path !== `anchors/${digest}.json` || !isWhole || isSealed(keys, digest, seal) !== true) wrong(path, 'anchor');
  return { at, digest, isPartial: heads === null };
}

const both = (say) => `${say(zh)} · ${say(en)}`;
const print = (text) => console.log(text);

async function main(args) {
  if (args.length > 0 && (args[0] !== '--keys' || args.length !== 2)) {
    print(both(({ usage }) => usage));
    return 1;
  }
  const keys = keysFrom(args.length === 2 ? readFileSync(args[1], 'utf8') : textOf('keys.pem'));
  let manifest = null;
  let sealedBy = null;
  try {
    manifest = jsonOf('manifest.json');
    if (manifest.format !== 'rectify-bundle/1') throw new RangeError('format');
  } catch {
    print(`✗ ${both(({ noManifest }) => noManifest)}`);
    return 1;
  }
  looked('manifest.seal.json', () => {
    const seal = jsonOf('manifest.seal.json');
    sealedBy = seal.keyId;
    if (isSealed(keys, `bundle\n${sha256(readFileSync(join(folder, 'manifest.json')))}`, seal) !== true)
      wrong('manifest.json', 'manifestSeal');
  });
  await verifyFiles(manifest);
  let [facts, seals] = [0, 0];
  const anchors = [];
  for (const item of manifest.items)
    looked(`items/${item.id}`, () => {
      const looked = verifyItem(manifest, item, keys);
      facts += looked.facts;
      seals += looked.seals;
    });
  for (const { path } of manifest.files)
    looked(path, () => {
      if (/^rounds\/[^/]+\/records\.jsonl$/.test(path)) facts += verifyRecords(path);
      if (path.startsWith('anchors/')) anchors.push(verifyAnchor(path, keys));
    });
  for (const { where, what, seq } of found)
    print(`✗ ${where}: ${both((words) => words[what])}${seq === null ? '' : ` ${seq}`}`);
  print(both(({ checked }) => checked(manifest.files.length, facts, seals)));
  print(`${both(({ key }) => key)}: ${sealedBy}`);
  for (const { at, digest, isPartial } of anchors)
    print(
      `${both(({ code }) => code)}: ${at} ${digest.slice(0, 24)}${isPartial ? ` (${both(({ partial }) => partial)})` : ''}`,
    );
  print(found.length === 0 ? `✓ ${both(({ holds }) => holds)}` : `✗ ${both(({ broken }) => broken)}`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  print(`✗ ${both(({ unreadable }) => unreadable)} (${error.message})`);
  return 1;
});
