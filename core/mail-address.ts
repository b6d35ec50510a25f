/**
 * What counts as a mail address, for everybody who takes one in or writes to one: people, the sender of the environment,
 * the launch, the outbox.
 *
 * RFC 5321 and 5322 without what people never mean: no quoted local part, no comment, no domain literal, no list. ASCII
 * alone: a local part beyond it reaches only servers that speak SMTPUTF8 from end to end, and a domain beyond it has a
 * second spelling (`xn--…`) under which the same person could be entered twice. So a Chinese domain is written as `xn--…`.
 */

/** Octets, and as all of it is ASCII, characters. RFC 5321 4.5.3.1; 254 is what a path of 256 with its brackets holds. */
const mostLocal = 64;
const mostOfAll = 254;
const mostLabel = 63;

const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** One bare address, `name@example.cn` or `name@host`. Blanks around it are not part of one. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  return (
    at > 0 &&
    text.length <= mostOfAll &&
    local.length <= mostLocal &&
    dotAtom.test(local) &&
    labels.every((part) => part.length <= mostLabel && label.test(part)) &&
    // A number at the end, `192.0.2.1` or `0x7f`, is an IP address without its brackets, and is sent to as one.
    !/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i.test(text.slice(at + 1))
  );
}

export interface Mailbox {
  /** As written before the brackets, without quotes; the address itself when there is none. */
  readonly name: string;
  readonly address: string;
}

/** `整改办 <zg@yunling.example>` or a bare address; null when it is neither. */
export function readMailbox(text: string): Mailbox | null {
  const [, given = '', bracketed] = /^([^<>\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  const address = (bracketed ?? text).trim();
  if (!isMailAddress(address)) return null;
  const name = given.trim().replace(/^"(.*)"$/, '$1');
  return { name: name === '' ? address : name, address };
}
