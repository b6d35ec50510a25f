/**
 * Certificates of a test's own authority, made as bytes (X.509, RFC 5280, with Ed25519 by RFC 8410): nothing on the machine need
 * be able to make them, and no private key lies in the tree.
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export interface Certified {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
}

export interface Authority extends Certified {
  /** For a server or a client of this name. */
  certify(name: string): Certified;
}

const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts);
const octets = (part: Uint8Array): Buffer => tagged(0x04, part);
const bits = (part: Uint8Array): Buffer => tagged(0x03, bytes('00'), part);

const oids = {
  ed25519: bytes('06032b6570'),
  commonName: bytes('0603550403'),
  basicConstraints: bytes('0603551d13'),
  subjectAltName: bytes('0603551d11'),
} as const;
const isTrue = bytes('0101ff');
const dnsName = 0x82;
const utf8 = 0x0c;
const utcTime = 0x17;

const nameOf = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(oids.commonName, tagged(utf8, Buffer.from(name)))));
const validity = sequence(...['200101000000Z', '491231235959Z'].map((time) => tagged(utcTime, Buffer.from(time))));

interface Subject {
  readonly name: string;
  readonly extension: Buffer;
}

let serial = 0;

function signed({ name, extension }: Subject, publicKey: KeyObject, issuer: string, key: KeyObject): string {
  const algorithm = sequence(oids.ed25519);
  const content = sequence(
    tagged(0xa0, bytes('020102')),
    tagged(0x02, Buffer.from([(serial += 1)])),
    algorithm,
    nameOf(issuer),
    validity,
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension)),
  );
  const certificate = sequence(content, algorithm, bits(sign(null, content, key))).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${(certificate.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

export function authority(issuer: string): Authority {
  const own = generateKeyPairSync('ed25519');
  const mayCertify = sequence(oids.basicConstraints, isTrue, octets(sequence(isTrue)));
  return {
    certificate: signed({ name: issuer, extension: mayCertify }, own.publicKey, issuer, own.privateKey),
    key: pemOf(own.privateKey),
    certify(name) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const extension = sequence(oids.subjectAltName, octets(sequence(tagged(dnsName, Buffer.from(name)))));
      return {
        certificate: signed({ name, extension }, publicKey, issuer, own.privateKey),
        key: pemOf(privateKey),
      };
    },
  };
}
