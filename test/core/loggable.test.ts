import { expect, it } from 'vitest';
import { loggable } from '../../core/loggable.ts';

it('tells of a database error what broke, and nothing of what it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax for type integer: "王小明"'), {
    severity: 'ERROR',
    routine: 'pg_strtoint32',
    code: '22P02',
    detail: 'Key (email)=(wang@x.example) already exists.',
    where: 'unnamed portal parameter $1 = 13800000000',
    constraint: 'person_email',
  });
  const logged = JSON.stringify(loggable(error));
  expect(logged).not.toMatch(/王小明|wang@|1380/);
  expect(loggable(error)).toMatchObject({
    code: '22P02',
    constraint: 'person_email',
    stack: expect.stringMatching(/^\s+at /) as string,
  });
});

it('tells of another its name, message, code and cause', () => {
  const error = Object.assign(new TypeError('no mail server', { cause: new Error('refused') }), {
    code: 'ECONNREFUSED',
  });
  expect(loggable(error)).toMatchObject({
    type: 'TypeError',
    message: 'no mail server',
    code: 'ECONNREFUSED',
    cause: { message: 'refused' },
  });
  expect(loggable('thrown')).toEqual({ type: 'string' });
});
