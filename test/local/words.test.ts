import { describe, expect, it } from 'vitest';
import { LocalProblem } from '../../local/problem.ts';
import { noteText, problemText, readyText } from '../../local/words.ts';

describe('what the terminal says', () => {
  it('puts a problem in both languages, the reader’s first', () => {
    const busy = new LocalProblem('port-busy', { port: 3000, service: 'web', name: 'PORT' });
    const [zh, en] = problemText(busy, 'zh').split('\n');
    expect(zh).toBe('端口 3000（web）已被其他程序占用。请关闭该程序，或另设端口，例如 PORT=3001。');
    expect(en).toBe(
      'Port 3000 (web) is taken by another program. Close that program or choose another port, such as PORT=3001.',
    );
    expect(problemText(busy, 'en').split('\n')).toEqual([en, zh]);
  });

  it('quotes another program once, beneath both sentences', () => {
    const died = new LocalProblem('child-died', {
      service: 'worker',
      how: 'code 1',
      tail: 'line 1\nline 2',
      log: 'worker.log',
    });
    expect(problemText(died, 'zh').split('\n').slice(2)).toEqual(['  | line 1', '  | line 2']);
  });

  it('gives a note in one language, or Chinese first when it knows none', () => {
    expect(noteText('stopped', {}, 'zh')).toBe('已停止。');
    expect(noteText('stopped', {}, 'en')).toBe('Stopped.');
    expect(noteText('stopped', {}, 'both')).toBe('已停止。 Stopped.');
  });

  it('lists on one line the addresses of what is ours', () => {
    const addresses = {
      web: 'http://127.0.0.1:3000',
      mails: 'http://127.0.0.1:8025',
      docs: 'http://127.0.0.1:3000/api/docs',
    };
    expect(readyText(addresses, 'zh')).toBe(
      '就绪  网页 http://127.0.0.1:3000  ·  邮件 http://127.0.0.1:8025  ·  接口文档 http://127.0.0.1:3000/api/docs',
    );
    expect(readyText({ web: 'w', docs: 'd' }, 'both')).toBe('就绪 Ready  网页 web w  ·  接口文档 API docs d');
  });
});
