/**
 * JSON bodies. How deep one is nested is counted before anything reads it: a few kilobytes of brackets bring whatever walks them
 * by recursion to its knees, and nothing that is sent here is deep.
 */
import type { FastifyInstance } from 'fastify';
import { Refused } from '../client/refused.ts';

const mostDepth = 32;

export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    if (isDeeperThan(mostDepth, text)) done(new Refused({ code: 'tooDeep', most: mostDepth }));
    else void parse(request, text, done);
  });
}

const quote = 0x22;
const backslash = 0x5c;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Whether a JSON text opens more than `most` arrays and objects within each other. Brackets within strings are text. */
export function isDeeperThan(most: number, text: string): boolean {
  let depth = 0;
  let isText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) isText = !isText;
    else if (isText && code === backslash) index += 1;
    else if (isText) continue;
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
