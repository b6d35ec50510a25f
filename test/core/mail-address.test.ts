import fc from 'fast-check';
import nodemailer from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { describe, expect, it } from 'vitest';
import { isMailAddress, readMailbox } from '../../core/mail-address.ts';

const local64 = 'a'.repeat(64);
const domainOf = (length: number): string => `${'d'.repeat(63)}.`.repeat(4).slice(0, length - 3) + '.cn';

describe('an address', () => {
  it.each([
    'zhang.li@yunling.example',
    'zg@localhost',
    "o'brien+zg_2026!#$%&*/=?^`{|}~-@mail.yunling.gov.cn",
    'zg@xn--fsqu00a.xn--fiqs8s',
    'zg@3com.example',
    'zg@163.com',
    `${local64}@yunling.example`,
    `zg@${'d'.repeat(63)}.example`,
    `${local64}@${domainOf(254 - 65)}`,
  ])('is %s', async (text) => {
    expect(isMailAddress(text)).toBe(true);
    expect(await recipientsOf(text)).toEqual([text]);
  });

  it.each([
    ['nothing', ''],
    ['no address', 'zhang'],
    ['without a local part', '@yunling.example'],
    ['without a domain', 'zhang@'],
    ['two', 'a@yunling.example,b@yunling.example'],
    ['a list in a local part', 'a,b@x'],
    ['two by a semicolon', 'a@x;b@y'],
    ['two at signs', 'a@b@c'],
    ['a display name', '张立 <zhang@yunling.example>'],
    ['brackets', '<zhang@yunling.example>'],
    ['a blank within', 'zhang li@yunling.example'],
    ['a blank before', ' zhang@yunling.example'],
    ['a blank of another width', 'zhang@yunling.example\u00a0'],
    ['a line break', 'zhang@yunling.example\r\nBcc: all@yunling.example'],
    ['a zero byte', 'zhang\0@yunling.example'],
    ['a delete character', 'zhang\u007f@yunling.example'],
    ['a quoted local part', '"zhang li"@yunling.example'],
    ['a comment', 'zhang(office)@yunling.example'],
    ['a group', 'office:zhang@yunling.example;'],
    ['a backslash', 'zhang\\li@yunling.example'],
    ['a dot first', '.zhang@yunling.example'],
    ['a dot last', 'zhang.@yunling.example'],
    ['two dots', 'zhang..li@yunling.example'],
    ['an empty label', 'zhang@yunling..example'],
    ['a domain that ends with a dot', 'zhang@yunling.example.'],
    ['a hyphen first', 'zhang@-yunling.example'],
    ['a hyphen last', 'zhang@yunling-.example'],
    ['an underscore in the domain', 'zhang@yun_ling.example'],
    ['an IP address', 'zhang@192.0.2.1'],
    ['an IP address in hexadecimal', 'zhang@0xc0.0x201'],
    ['a domain literal', 'zhang@[192.0.2.1]'],
    ['a local part beyond ASCII', '张立@yunling.example'],
    ['a domain beyond ASCII', 'zhang@云岭.example'],
    ['full-width letters', 'ｚhang@yunling.example'],
    ['an at sign of full width', 'zhang＠yunling.example'],
    ['a local part of 65', `a${local64}@yunling.example`],
    ['a label of 64', `zg@${'d'.repeat(64)}.example`],
    ['255 characters', `${local64}@${domainOf(255 - 65)}`],
  ])('is not %s', (_what, text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  /** Addresses, near misses and anything at all. */
  const texts = fc.oneof(
    fc.emailAddress(),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'aBx03.-_@,;:<>()[]"\\ \t\r\n\0=?张＠\u00a0') }),
    fc
      .tuple(fc.emailAddress(), fc.constantFrom(',', ';', ' ', '\n', '', '@', '\u3000', '.'), fc.emailAddress())
      .map((all) => all.join('')),
  );

  it('reaches exactly itself through the mail library, as a header and in the envelope', async () => {
    await fc.assert(
      fc.asyncProperty(texts.filter(isMailAddress), async (text) => {
        expect(addressparser(text)).toEqual([{ address: text, name: '' }]);
        expect(await recipientsOf(text)).toEqual([withLowerDomain(text)]);
      }),
      { numRuns: 500 },
    );
  });

  it('is accepted wherever the mail library reads the common form as one', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const fits = text.length <= 254 && text.indexOf('@') <= 64;
        expect(isMailAddress(text)).toBe(fits);
      }),
    );
  });
});

/** The library writes domains in lower case, which names the same one. */
const withLowerDomain = (text: string): string => text.replace(/@.*$/, (domain) => domain.toLowerCase());

/** The recipients that a mail would leave with: nodemailer's own reading, without a server. */
async function recipientsOf(address: string): Promise<readonly string[]> {
  const transport = nodemailer.createTransport({ jsonTransport: true });
  const { envelope } = await transport.sendMail({ from: 'zg@yunling.example', to: { name: '张立', address } });
  return envelope.to;
}

describe('a mailbox', () => {
  it.each([
    ['整改办 <zg@yunling.example>', { name: '整改办', address: 'zg@yunling.example' }],
    ['"整改办, 巡察" <zg@yunling.example>', { name: '整改办, 巡察', address: 'zg@yunling.example' }],
    ['<zg@yunling.example>', { name: 'zg@yunling.example', address: 'zg@yunling.example' }],
    [' zg@localhost ', { name: 'zg@localhost', address: 'zg@localhost' }],
  ])('is %s', (text, mailbox) => {
    expect(readMailbox(text)).toEqual(mailbox);
  });

  it.each(['', '整改办', '整改办 <>', '整改办 <zg>', 'a@x, b@y', '整改办 <a@x> <b@y>', 'x\r\nBcc: b@y <a@x>', '<a@x'])(
    'is not %j',
    (text) => {
      expect(readMailbox(text)).toBeNull();
    },
  );
});
