/** The pages in a real browser, over a fixture server with the real core behind it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { narrowest, phone, seriousFaults, sideways, usePages, visit } from './browser.ts';
import { startFixture, type FixtureServer } from './fixture/server.ts';

const house = usePages();
const { at } = house;

let empty: FixtureServer;

beforeAll(async () => {
  empty = await startFixture({ isEmpty: true });
});

afterAll(async () => {
  await empty?.close();
});

describe('the way in', () => {
  it('offers the sample round on an empty installation, then its accounts, then the work', async () => {
    const page = await visit(house.browser, { url: `${empty.url}/` });
    await page.getByRole('button', { name: '建立示例轮次' }).click();
    await page.getByRole('button', { name: '以王小明登录' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    expect(await page.title()).toBe('待办 · 整改督办');
    await page.context().close();
  });

  it('keeps the way to the item of a mail over the sign-in, and what was typed when the password is wrong', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-1'), lang: 'en' });
    await page.getByLabel('Email').fill('wang@yunling.example');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('wang@yunling.example');
    await page.getByLabel('Password').fill('rectify');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Item 2.1' }).waitFor();
    await page.getByRole('button', { name: 'Signed in as 王小明' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.context().close();
  });
});

describe('a round', () => {
  it('lists its items, filters them by the address and says what it shows', async () => {
    const page = await visit(house.browser, { url: at('/rounds/r1'), who: 'zhao' });
    await page.getByText('共 9 项 ·').waitFor();
    await page.getByRole('link', { name: /超期 5/ }).click();
    await page.getByText('共 5 项 ·').waitFor();
    expect(page.url()).toContain('light=red');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByText('共 9 项 ·').waitFor();
    await page.context().close();
  });

  it.each([
    ['zhao', 7],
    ['wang', 5],
  ])('offers its lists to %s, and its notice to whoever sees all of it', async (who, papers) => {
    const page = await visit(house.browser, { url: at('/rounds/r1'), who, size: phone });
    await page.getByRole('button', { name: '下载' }).click();
    const links = page.getByRole('dialog', { name: '下载' }).getByRole('link');
    expect(await links.count()).toBe(papers);
    expect(await links.first().getAttribute('href')).toBe('/api/rounds/r1/sheets/findings');
    expect(await sideways(page)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each([phone, undefined])('hands out the sheet of a unit, at any width', async (size) => {
    const page = await visit(house.browser, {
      url: at('/rounds/r1/progress'),
      who: 'zhao',
      ...(size === undefined ? {} : { size }),
    });
    await page.getByLabel('责任单位').selectOption('finance');
    const link = page.getByRole('link', { name: '下载该单位的报送表' });
    expect(await link.getAttribute('href')).toBe('/api/rounds/r1/progress?unit=finance');
    expect(await sideways(page)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps what was chosen and not saved over a reload', async () => {
    const page = await visit(house.browser, { url: at('/rounds/r2/assign'), who: 'zhao' });
    await page.getByRole('checkbox', { name: '全选' }).check();
    await page.locator('.batch').getByLabel('责任单位').selectOption('works');
    await page.getByRole('button', { name: '应用到所选' }).click();
    await page.reload();
    await page.getByRole('button', { name: '保存并核对' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('table select').first().inputValue()).toBe('works');
    await page.context().close();
  });

  it('is offered as the document says, by the names that are there, and holds back nobody who leaves it open', async () => {
    const page = await visit(house.browser, { url: at('/rounds/r2/assign'), who: 'zhao' });
    const row = page.getByRole('row').filter({ hasText: '原文：' });
    await row.getByText('期限：2026年12月底前').waitFor();
    await expect.poll(() => row.locator('select').nth(0).inputValue()).toBe('works');
    expect(await row.locator('select').nth(2).inputValue()).toBe('');
    await row.getByText('未找到：副局长').waitFor();
    await page.getByRole('button', { name: '保存并核对' }).click();
    await page.getByText('原文有 1 句未归入任何栏目').click();
    await page.getByText('请认真研究。').waitFor();
    await page.context().close();
  });

  it('is assigned, checked in numbers and launched', async () => {
    const page = await visit(house.browser, { url: at('/rounds/r2/assign'), who: 'zhao' });
    await page.getByRole('checkbox', { name: '全选' }).check();
    const batch = page.locator('.batch');
    await batch.getByLabel('责任单位').selectOption('finance');
    await batch.getByLabel('承办人').selectOption('wang');
    await batch.getByLabel('牵头领导').selectOption('zhang');
    await batch.getByRole('button', { name: '应用到所选' }).click();
    await page.getByRole('button', { name: '保存并核对' }).click();
    await page.getByText('向 1 个单位 2 人发出 2 封邮件').waitFor();
    await page.getByRole('button', { name: '启动轮次' }).click();
    await page.getByText('轮次已启动。').waitFor();
    await page.context().close();
  });
});

describe('an item', () => {
  it('shows one filled button, and after the act the new state where the focus goes', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-2'), who: 'zhang' });
    await page.getByRole('button', { name: '审核同意' }).click();
    expect(await page.locator('.main .ant-btn-primary').count()).toBe(1);
    await page.getByRole('dialog').getByRole('button', { name: '审核同意' }).click();
    await page.getByText('✓ 已完成：审核同意').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toContain('status');
    await page.getByText('审核同意。').first().waitFor();
    await page.context().close();
  });

  it('keeps what was typed when the act is refused, and says why at the field', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-1-3?act=requestExtension'), who: 'wang' });
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('延期至', { exact: true }).fill('2027-01-30');
    await sheet.getByLabel('原因').fill('等待省厅批复，尚需一个月。');
    await sheet.getByLabel('目前进展').fill('已完成八成。');
    await sheet.getByRole('button', { name: '申请延期' }).click();
    const summary = sheet.getByRole('alert');
    await summary.waitFor();
    expect(await summary.textContent()).toContain('有 1 处需要修改');
    expect(await sheet.getByLabel('原因').inputValue()).toBe('等待省厅批复，尚需一个月。');
    await sheet.getByLabel('延期至', { exact: true }).fill('2027-01-29');
    await sheet.getByText('距今 49 个工作日').waitFor();
    await page.reload();
    expect(await sheet.getByLabel('原因').inputValue()).toBe('等待省厅批复，尚需一个月。');
    await sheet.getByRole('button', { name: '申请延期' }).click();
    await page.getByText('✓ 已完成：申请延期').waitFor();
    await page.context().close();
  });

  it('takes a file, asks for its measures and shows it beside them', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-1'), who: 'wang', size: phone });
    await page.locator('.act-bar').getByRole('button').click();
    const sheet = page.getByRole('dialog');
    const photo = { name: '现场照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('picture') };
    await sheet.locator('input[type=file]').last().setInputFiles([photo]);
    await sheet.getByText('已接收').waitFor();
    await sheet.getByRole('button', { name: '提交佐证材料' }).click();
    await sheet.getByRole('link', { name: /请为“现场照片.jpg”/ }).waitFor();
    await sheet.getByRole('checkbox', { name: /更正 5 台设备/ }).check();
    await sheet.getByRole('button', { name: '提交佐证材料' }).click();
    await page.getByRole('link', { name: '下载 现场照片.jpg' }).waitFor();
    await page.context().close();
  });

  it('hands in the good files beside one that is not accepted, whose reason stays', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-1?act=addEvidence'), who: 'wang' });
    const sheet = page.getByRole('dialog');
    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
    await page.route('**/evidence-files', async (route) =>
      route.request().postData()?.includes('坏.exe') === true
        ? route.fulfill({ status: 422, json: { code: 'fileKindNotAccepted', message: '“坏.exe”未接收。', facts: {} } })
        : route.fallback(),
    );
    await sheet
      .locator('input[type=file]')
      .last()
      .setInputFiles([file('好.pdf'), file('坏.exe')]);
    await sheet.getByText('已接收').waitFor();
    await sheet.getByText('“坏.exe”未接收。').waitFor();
    await sheet
      .getByRole('checkbox', { name: /更正 5 台设备/ })
      .first()
      .check();
    await sheet.getByRole('button', { name: /提交/ }).click();
    await page.getByRole('link', { name: '下载 好.pdf' }).waitFor();
    await sheet.getByRole('link', { name: '“坏.exe”未接收。' }).waitFor();
    await page.context().close();
  });

  it('forgets what was typed when its writer signs out, and shows it to nobody else', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-1?act=requestExtension'), who: 'wang' });
    await page.getByRole('dialog').getByLabel('原因').fill('只有本人知道的原因。');
    const kept = () => page.evaluate<string[]>('Object.keys(localStorage).filter((key) => key.includes("draft"))');
    expect(await kept()).toEqual([expect.stringContaining('wang.r1-2-1')]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /当前登录/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await kept()).toEqual([]);
    await page.context().close();
  });

  it('of another unit is not shown, and says whose it is', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-1'), who: 'gao' });
    await page.getByText('此事项由财务科负责').waitFor();
    await page.context().close();
  });
});

describe('every page', () => {
  const pages: readonly (readonly [path: string, who: string | undefined])[] = [
    ['/sign-in', undefined],
    ['/forgotten', undefined],
    ['/password#token', undefined],
    ['/set-up#token', undefined],
    ['/todo', 'wang'],
    ['/rounds', 'zhao'],
    ['/rounds/r1', 'zhao'],
    ['/rounds/new', 'zhao'],
    ['/rounds/r1/check', 'zhao'],
    ['/items/r1-1-2', 'wang'],
    ['/items/r1-1-2?act=submitPlan', 'wang'],
    ['/mails', 'zhao'],
    ['/people', 'zhao'],
    ['/people/new', 'zhao'],
    ['/people/new-unit', 'zhao'],
    ['/people/wang/leave', 'zhao'],
    ['/security', 'zhao'],
    ['/me', 'wang'],
    ['/todo', 'lin'],
    ['/nowhere', 'wang'],
  ];

  it.each(pages)('%s does not scroll sideways at 320 pixels, in the longer language', async (path, who) => {
    const page = await visit(house.browser, {
      url: at(path),
      size: narrowest,
      lang: 'en',
      ...(who === undefined ? {} : { who }),
    });
    await page.waitForLoadState('networkidle');
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  const judged = [
    '/sign-in',
    '/password#token',
    '/people',
    '/people/new',
    '/people/wang/leave',
    '/security',
    '/me',
    '/rounds/r1',
    '/items/r1-1-2',
    '/items/r1-1-3?act=requestExtension',
    '/rounds/new',
  ];
  it.each(judged)('%s has no serious fault of access', async (path) => {
    const isBefore = path === '/sign-in' || path.startsWith('/password');
    const who = isBefore ? {} : { who: path.startsWith('/items') ? 'wang' : 'zhao' };
    const page = await visit(house.browser, { url: at(path), ...who });
    await page.waitForLoadState('networkidle');
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });
});
