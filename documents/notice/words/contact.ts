/** Telephone, address, postcode and mail of the closing paragraph. */
import { matchesOf } from '../text/matches.ts';
import type { NoticeContact } from '../../../core/round/notice.ts';
import { fold } from '../text/han.ts';

const PHONE_LABEL =
  '(?:(?:联系|监督|举报|咨询|办公|受理|值班|反馈|意见|来电)?(?:人?及)?电\\s{0,4}话(?:号码)?|联系方式|来电|手机(?:号码)?|热线)';
const NUMBER = '(?:（\\d{3,4}）\\s?|\\d{3,4}\\s?[-—–─]{1,2}\\s?)?\\d{5,11}(?:\\s?(?:转|[-—])\\s?\\d{1,5}(?!\\d))?';
const NUMBERS = new RegExp(NUMBER, 'g');
const PHONES = new RegExp(
  `${PHONE_LABEL}[^\\d。；\\n]{0,16}?(?<![\\d])(${NUMBER}(?:\\s*(?:[、，/；\\s]|或者?|和)\\s*(?!\\d{6}(?!\\d))${NUMBER})*)`,
  'g',
);
const POSTCODE = /(?:邮\s{0,4}政?\s{0,4}编\s{0,4}码?|邮政编码)[^\d\n]{0,6}(\d{6})(?!\d)/;
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/;
const ADDRESS_LABEL =
  '(?:(?:通讯|通信|联系|邮寄|来信|办公|邮政|来信来访|来信（来访）|来访|单位|收信|信函|寄送|详细|接待)?\\s{0,2}地\\s{0,4}址|邮政信箱|来[信函](?:请寄|寄至|地址)?|通讯处|信函(?:请)?寄(?:至|往)?|邮寄至|意见箱)';
const ADDRESS = new RegExp(`${ADDRESS_LABEL}(?:为|是)?\\s*[：，]?\\s*([^\\n；。]{4,120})`, 'g');
const NEXT_LABEL = new RegExp(
  `[，、；。\\s（]*(?:邮\\s{0,4}政?\\s{0,4}编|电子邮|邮\\s{0,4}箱|E-?mail|${PHONE_LABEL}|传真|联系人|收件人|（?请注明|（?信封|微信|网址|来访)`,
  'i',
);

function phoneIn(folded: string): string | null {
  const all: string[] = [];
  for (const found of matchesOf(PHONES, folded)) {
    for (const number of (found[1] ?? '').match(NUMBERS) ?? []) all.push(number.replace(/\s/g, ''));
  }
  const unique = [...new Set(all)].map((number) =>
    number
      .replace(/[—–─]+/g, '-')
      .replace(/（/g, '(')
      .replace(/）/g, ')'),
  );
  return unique.length === 0 ? null : unique.join('、');
}

function addressIn(folded: string, text: string): string | null {
  for (const found of matchesOf(ADDRESS, folded)) {
    const value = found[1] ?? '';
    const stop = NEXT_LABEL.exec(value);
    const start = found.index + found[0].length - value.length;
    const address = text
      .slice(start, start + (stop?.index ?? value.length))
      .replace(/[，,、\s]+$/, '')
      .trim();
    const open = address.lastIndexOf('（') > address.lastIndexOf('）');
    if (address.length >= 4 && /^[\p{L}\d“]/u.test(address) && !EMAIL.test(address))
      return open ? `${address}）` : address;
  }
  return null;
}

/** 0871-6322145（电话）: the name behind the value, for each field that has none before it. */
const BEHIND = (value: string, names: string): RegExp =>
  new RegExp(`(${value})\\s{0,4}（[^（）\\n]{0,8}(?:${names})[^（）\\n]{0,8}）`);
const PHONE_BEHIND = BEHIND(`(?<!\\d)${NUMBER}`, '电话|手机|热线');
const ADDRESS_BEHIND = BEHIND('[^，；。：（）\\n]{4,80}', '地址|信箱');
const POSTCODE_BEHIND = BEHIND('(?<!\\d)\\d{6}', '邮编|邮政编码');

function addressBehind(folded: string, text: string): string | null {
  const found = ADDRESS_BEHIND.exec(folded);
  return found === null ? null : text.slice(found.index, found.index + (found[1]?.length ?? 0)).trim();
}

/** Whether a line gives its values before their names. */
export const namesBehind = (folded: string): boolean =>
  PHONE_BEHIND.test(folded) || POSTCODE_BEHIND.test(folded) || /（(?:电话|地址|邮箱|电子邮箱)）/.test(folded);

/** What the closing lines say; each field null where they do not. */
export function contactIn(lines: readonly string[]): NoticeContact {
  const text = lines.join('\n');
  const folded = fold(text);
  return {
    phone: phoneIn(folded) ?? PHONE_BEHIND.exec(folded)?.[1]?.replace(/\s/g, '') ?? null,
    address: addressIn(folded, text) ?? addressBehind(folded, text),
    postcode: POSTCODE.exec(folded)?.[1] ?? POSTCODE_BEHIND.exec(folded)?.[1] ?? null,
    email: EMAIL.exec(folded)?.[0] ?? null,
  };
}
