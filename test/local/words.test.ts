import { describe, expect, it } from 'vitest';
import type { Problem } from '../../local/problem.ts';
import { localesOf, noteText, problemText, readyText } from '../../local/words.ts';

describe('what the terminal says', () => {
  it('puts a problem in both languages, the reader’s first', () => {
    const busy: Problem = { code: 'portBusy', port: 3000, service: 'web', name: 'PORT' };
    const [zh, en] = problemText(busy, ['zh-CN']).split('\n');
    expect(zh).toBe('端口 3000（web）已被其他程序占用。请关闭该程序，或另设端口，例如 PORT=3001。');
    expect(en).toBe(
      'Port 3000 (web) is taken by another program. Close that program or choose another port, such as PORT=3001.',
    );
    expect(problemText(busy, ['en']).split('\n')).toEqual([en, zh]);
  });

  it('quotes another program once, beneath both sentences', () => {
    const died: Problem = {
      code: 'childDied',
      service: 'worker',
      how: 'code 1',
      tail: 'line 1\nline 2',
      log: 'worker.log',
    };
    expect(problemText(died, ['zh-CN']).split('\n')).toEqual([
      'worker 未能启动（code 1），其余服务已一并停止。日志：worker.log。',
      'worker could not start (code 1), and the rest was stopped with it. Its log is worker.log.',
      '日志末尾： The last words of the log:',
      '  | line 1',
      '  | line 2',
    ]);
    expect(problemText({ ...died, tail: '' }, ['en']).split('\n')).toHaveLength(2);
  });

  it('gives a note in one language, or Chinese first when it knows none', () => {
    expect(noteText({ code: 'stopped' }, ['zh-CN'])).toBe('已停止。');
    expect(noteText({ code: 'stopped' }, ['en'])).toBe('Stopped.');
    expect(noteText({ code: 'stopped' }, ['zh-CN', 'en'])).toBe('已停止。 Stopped.');
  });

  it('lists on one line the addresses of what is ours', () => {
    const addresses = {
      web: 'http://127.0.0.1:3000',
      mails: 'http://127.0.0.1:8025',
      docs: 'http://127.0.0.1:3000/api/docs',
    };
    expect(readyText(addresses, ['zh-CN'])).toBe(
      '就绪  网页 http://127.0.0.1:3000  ·  邮件 http://127.0.0.1:8025  ·  接口文档 http://127.0.0.1:3000/api/docs',
    );
    expect(readyText({ web: 'w', docs: 'd' }, ['zh-CN', 'en'])).toBe('就绪 Ready  网页 web w  ·  接口文档 API docs d');
  });

  it('names a service that was given up, its last words and the way out', () => {
    const given: Problem = {
      code: 'childGivenUp',
      service: 'worker',
      times: 9,
      how: 'code 3',
      lastWords: 'the disk is gone',
      log: '/data/logs/worker.log',
    };
    expect(problemText(given, ['en']).split('\n')).toEqual([
      'worker ended 9 times in a row (code 3) and was given up; its last words: "the disk is gone". Everything was stopped and nothing recorded is lost. See /data/logs/worker.log, put right what it says, then run npm start again.',
      'worker 连续 9 次意外停止（code 3），不再重新启动；最后的记录：“the disk is gone”。全部服务已停止，已记录的内容没有丢失。请查看日志 /data/logs/worker.log，处理其中的问题后重新运行 npm start。',
    ]);
  });

  it('tells why a service cannot be started again for now, in the words of that reason', () => {
    const note = {
      code: 'childFailed',
      service: 'postgres',
      problem: { code: 'diskFull', folder: '/data', tail: '' },
      seconds: 4,
    } as const;
    expect(noteText(note, ['en'])).toBe(
      'postgres could not be started again. There is no room left where /data lies. Make room and start again; nothing is lost. It is tried again in 4 s.',
    );
    expect(noteText(note, ['zh-CN'])).toBe(
      'postgres 未能恢复。/data 所在磁盘已满。请腾出空间后重新启动，数据没有丢失。4 秒后再试。',
    );
  });
});

describe('the language of a terminal', () => {
  it('is the one asked for, else the system’s, else both', () => {
    expect(localesOf({ RECTIFY_LANG: 'en', LANG: 'zh_CN.UTF-8' })).toEqual(['en']);
    expect(localesOf({ LANG: 'zh_CN.UTF-8' })).toEqual(['zh-CN']);
    expect(localesOf({ LANG: 'en_GB.UTF-8' })).toEqual(['en']);
    expect(localesOf({ LANG: 'C.UTF-8' })).toEqual(['zh-CN', 'en']);
  });
});
