import { describe, expect, it } from 'vitest';
import { ApiError, read } from '../../web/api.ts';

describe('an answer of the server', () => {
  const problem = JSON.stringify({ code: 'dayOff', message: '法定节假日', facts: {} });

  it('is its body, or a refusal with the sentence of the server', () => {
    expect(read(200, '{"a":1}')).toEqual({ a: 1 });
    expect(read(204, '')).toBeNull();
    expect(() => read(422, problem)).toThrow('法定节假日');
  });

  it('is no success while the outcome is unknown, nor when a proxy answers in HTML', () => {
    expect(() => read(202, problem)).toThrow(ApiError);
    expect(() => read(502, '<html>')).toThrow(ApiError);
  });
});
