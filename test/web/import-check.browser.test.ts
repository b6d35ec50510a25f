/** The check of a document before it becomes a round, in a real browser: the text and its findings side by side. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ImportRound } from '../../api/contract.ts';
import { narrowest, phone, seriousFaults, sideways, usePages, visit, type Visit } from './browser.ts';
import { notice } from './fixture/findings.ts';

const house = usePages();
const { at } = house;

const leftOver = '此外，部分会议记录不完整。';
const source = [
  ...notice.parts.flatMap(({ heading, items }) => [
    heading,
    ...items.flatMap(({ number, title, measures }) => [
      `${number ?? ''}${title}`,
      ...measures.map((measure, at) => `${at + 1}. ${measure}`),
    ]),
  ]),
  leftOver,
].join('\n');

/** Where words stand in the document, as its numbers say. */
const lineOf = (words: string): number => source.split('\n').findIndex((line) => line.includes(words)) + 1;
const linesOf = (...words: string[]): string[] => words.map((one) => String(lineOf(one)));

async function read(given: Partial<Visit> = {}): Promise<Page> {
  const page = await visit(house.browser, { url: at('/rounds/new'), who: 'zhao', lang: 'en', ...given });
  await page.getByLabel('Feedback document').fill(source);
  await page.getByRole('button', { name: 'Read document' }).click();
  await page.locator('.tree-check').waitFor();
  return page;
}

const opened = (page: Page) => page.locator('.tree-open');
const shownLines = (page: Page) => page.locator('.source-shown .source-number').allTextContents();
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'own count' }).textContent();
const act = (page: Page, name: string) => opened(page).getByRole('button', { name, exact: true }).first().click();

describe('a document and its findings', () => {
  it('lead to each other', async () => {
    const page = await read();
    await page
      .getByRole('button', { name: /合同管理不规范/ })
      .last()
      .click();
    expect(await shownLines(page)).toEqual(linesOf('合同管理不规范', '开展合同清理'));
    await page.getByRole('button', { name: '1. 清退超标准报销费用。' }).click();
    expect(await opened(page).getByLabel('Finding', { exact: true }).inputValue()).toContain('差旅费报销审核不严');
    expect(await shownLines(page)).toEqual(linesOf('差旅费报销审核不严', '清退超标准', '组织财务人员'));
    await act(page, 'In the document');
    expect(await page.evaluate('document.activeElement.id')).toBe(`line-${lineOf('差旅费报销审核不严')}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toMatch(/^entry-/);
    await page.getByRole('button', { name: 'Heading of part 3, in the document' }).click();
    expect(await shownLines(page)).toEqual(linesOf('三、作风建设方面'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.value')).toBe('三、作风建设方面');
    await page.context().close();
  });

  it('say at what was inferred, and why, and at nothing else', async () => {
    const page = await read();
    expect(await page.locator('.inferred').allTextContents()).toEqual([
      'Inferred: year of another date',
      'Inferred: Finding (from a sentence)',
    ]);
    await page.context().close();
    const chinese = await visit(house.browser, { url: at('/rounds/new'), who: 'zhao', lang: 'zh-CN' });
    await chinese.getByLabel('反馈意见').fill(source);
    await chinese.getByRole('button', { name: '识别文件' }).click();
    await chinese.locator('.tree-check').waitFor();
    expect(await chinese.locator('.inferred').allTextContents()).toEqual([
      '推断：年份取自前后文',
      '推断：问题（取自叙述）',
    ]);
    await chinese.context().close();
  });

  it('are split, merged and left out with a reason, each step undone by one press, beside the count of the text', async () => {
    const page = await read();
    expect(await count(page)).toBe('The text has 10 findings by its own count; the tree has 9.');
    await page
      .getByRole('button', { name: /会议文件偏多/ })
      .last()
      .click();
    const title = opened(page).getByLabel('Finding', { exact: true });
    await title.focus();
    await page.keyboard.press('Control+Home');
    for (let times = 0; times < '会议文件偏多，'.length; times += 1) await page.keyboard.press('ArrowRight');
    await act(page, 'Split at the cursor');
    expect(await count(page)).toBe('The text has 10 findings by its own count; the tree has 10.');
    await page.getByRole('button', { name: '9 同类事项重复发文。' }).click();
    await act(page, 'Merge with the one above');
    expect(await title.inputValue()).toBe('会议文件偏多，同类事项重复发文。');
    await act(page, 'Leave out');
    await page.getByLabel('Reason').fill('重');
    await page.keyboard.press('Enter');
    await page.getByText('State why').waitFor();
    await page.getByLabel('Reason').fill('与 3.1 重复');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 entry left out' }).waitFor();
    expect(await count(page)).toContain('the tree has 8.');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await count(page)).toContain('the tree has 9.');
    await page.context().close();
  });

  it('take in a sentence that was left over, and the steps outlive a reload up to the round', async () => {
    const page = await read();
    await page.getByText('1 sentence not taken over').waitFor();
    await page.getByRole('button', { name: `Add as finding: ${leftOver}` }).click();
    expect(await page.getByText('not taken over').count()).toBe(0);
    expect(await shownLines(page)).toEqual(linesOf(leftOver));
    await page
      .getByRole('button', { name: /窗口服务/ })
      .last()
      .click();
    await act(page, 'Up');
    await act(page, 'Leave out');
    await page.getByLabel('Reason').fill('已另案处理');
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.getByRole('button', { name: 'Back to the document' }).click();
    await page.getByRole('button', { name: 'Read document' }).click();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/rounds'));
    await page.getByRole('button', { name: 'Create round' }).click();
    const body = (await sent).postDataJSON() as ImportRound;
    expect(body.leftOut).toEqual([{ title: '窗口服务一次性告知落实不到位。', reason: '已另案处理' }]);
    expect(body.notice.parts[2]?.items.map(({ title }) => title)).toEqual([
      '到基层调研次数偏少，解决群众用水问题不够及时。',
      '会议文件偏多，同类事项重复发文。',
      leftOver,
    ]);
    await page.getByRole('heading', { level: 1, name: 'Assign items' }).waitFor();
    await page.context().close();
  });

  it('stand one behind the other on a phone, with a switch', async () => {
    const page = await read({ size: phone });
    await page.getByRole('button', { name: /合同管理不规范/ }).click();
    await act(page, 'In the document');
    expect(await page.getByRole('button', { name: 'Feedback document' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.evaluate('document.activeElement.id')).toBe(`line-${lineOf('合同管理不规范')}`);
    await page.keyboard.press('Enter');
    await opened(page).getByLabel('Finding', { exact: true }).waitFor();
    await page.context().close();
  });

  it('say which finding has no words before the round is made', async () => {
    const page = await read();
    await page
      .getByRole('button', { name: /窗口服务/ })
      .last()
      .click();
    await act(page, 'Add a finding below');
    await page.getByRole('button', { name: 'Create round' }).click();
    await page.getByRole('link', { name: /Finding 10 needs/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toMatch(/^entry-/);
    await page.context().close();
  });

  it('have no serious fault of access, open or closed, and scroll nowhere sideways', async () => {
    const page = await read({ size: narrowest });
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /固定资产/ }).click();
    await act(page, 'Leave out');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Feedback document' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
