/**
 * XML → the elements and texts of it, one after the other and without recursion. Names come without their prefix: programs
 * choose prefixes freely. A DOCTYPE is refused unread, so no entity but the five of XML is ever replaced.
 */
import { Parser } from 'htmlparser2';
import { damaged, keepWithin, type Format } from '../limits.ts';
import { UnreadableNotice } from '../../notice/unreadable.ts';

export type Attributes = (name: string) => string | undefined;

export interface XmlHandler {
  /** 'skip' leaves the element out with everything in it. */
  readonly open: (name: string, attribute: Attributes) => 'skip' | undefined;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(attributes: Readonly<Record<string, string>>): Attributes {
  return (name) => {
    for (const key in attributes) if (local(key) === name) return attributes[key];
    return undefined;
  };
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(!isUtf16 ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
}

/** @throws UnreadableNotice doctype, damaged, beyond, and what the handler throws */
export function walkXml(bytes: Uint8Array, format: Format, handler: XmlHandler): void {
  const names: string[] = [];
  /** The depth at which something is left out; 0: nothing is. */
  let skippedFrom = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag: (qualified, attributes) => {
        const name = local(qualified);
        names.push(name);
        elements += 1;
        keepWithin('depth', names.length);
        if (skippedFrom === 0 && handler.open(name, attributesOf(attributes)) === 'skip') skippedFrom = names.length;
      },
      ontext: (text) => {
        if (skippedFrom === 0) handler.text?.(text);
      },
      onclosetag: (qualified) => {
        if (skippedFrom === 0) handler.close?.(local(qualified));
        if (skippedFrom === names.length) skippedFrom = 0;
        names.pop();
      },
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') throw new UnreadableNotice({ kind: 'doctype', format });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(decoded(bytes));
  // Elements that nothing closes: the file was cut.
  if (elements === 0 || names.length > 0) throw damaged(format);
  parser.end();
}
