/** The drafting page of a notice in a real browser: decide, agree, keep what was typed, read the whole with its items. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone, seriousFaults, sideways, usePages, visit, type Visit } from './browser.ts';

const house = usePages();
const shots = process.env['TEST_SHOTS'];

async function open(given: Partial<Visit> = {}, view = 'items'): Promise<Page> {
  const url = house.at(`/rounds/r1/notice?view=${view}`);
  const page = await visit(house.browser, { url, who: 'zhao', lang: 'en', ...given });
  await page.getByRole('heading', { name: 'Progress notice', level: 1 }).waitFor();
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

const item = (page: Page, at: number) =>
  page.getByRole('navigation', { name: 'Items of the notice' }).getByRole('button').nth(at);
const save = (page: Page) => page.getByRole('button', { name: 'Save version' }).click();

describe('the drafting page of a notice', () => {
  it('shows each item with what its unit says, and leaves it out only for a reason and with agreement', async () => {
    const page = await open();
    await item(page, 1).press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('entry');
    await page.getByRole('radio', { name: /^Withhold/ }).check();
    await page.getByLabel('Reason').fill('A case that is not public');
    await save(page);
    await page.getByText('1 item left out without approval').waitFor();
    await page.getByText('Somebody else of the inspection office approves it.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve that it is left out' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await shoot(page, 'notice-items');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('nobody has approved it').waitFor();
    await page.context().close();
    const office = await open({ who: 'li' });
    await item(office, 1).click();
    await office.getByRole('button', { name: 'Approve that it is left out' }).click();
    await office.getByText(/^Proposed by 赵青, .* Approved by 李敏/).waitFor();
    // Supervisors agree; they write nothing.
    expect(await office.getByRole('button', { name: 'Save version' }).count()).toBe(0);
    await office.context().close();
  });

  it('keeps typed words over a reload, and tells from version to version what changed', async () => {
    const page = await open();
    await item(page, 2).click();
    const result = page.getByLabel('Public words of the result');
    await page.getByRole('button', { name: 'Start from these words' }).last().click();
    const taken = await result.inputValue();
    expect(taken).not.toBe('');
    await result.fill('All of it is entered now.');
    await page.getByText('Not saved yet; kept in this browser.').waitFor();
    await page.reload();
    await item(page, 2).click();
    expect(await result.inputValue()).toBe('All of it is entered now.');
    await save(page);
    const history = page.getByRole('list').filter({ hasText: '赵青' });
    await history.getByText('All of it is entered now.').waitFor();
    expect(await page.getByText('Not saved yet').count()).toBe(0);
    await result.fill('');
    await page.getByRole('button', { name: 'Drop what was not saved' }).click();
    expect(await result.inputValue()).toBe('All of it is entered now.');
    await page.context().close();
  });

  it('reads as its audience will, each figure with the items that it counts', async () => {
    const page = await open({}, 'frame');
    await page.getByLabel('Opening paragraph').fill('Nobody wants this.');
    await page.getByRole('button', { name: 'Drop what was not saved' }).click();
    expect(await page.getByLabel('Opening paragraph').inputValue()).toBe('');
    await page.getByLabel('Opening paragraph').fill('This is published for everybody to see.');
    await save(page);
    await page.getByRole('button', { name: 'Read it' }).click();
    const notice = page.getByRole('article');
    await notice.getByText('This is published for everybody to see.').waitFor();
    await notice.getByText('All of it is entered now.').waitFor();
    const told = notice.locator('a.told').first();
    expect(await told.getAttribute('href')).toMatch(/^\/items\/r1-\S+#event-\d+$/);
    const figure = notice.getByRole('button', { name: /not tell|: 1 item$/ }).last();
    await figure.click();
    const behind = page.getByRole('navigation', { name: /^Items behind/ });
    expect(await behind.getByRole('link').count()).toBe(1);
    expect(await behind.getByRole('link').getAttribute('href')).toMatch(/^\/items\//);
    expect(await seriousFaults(page)).toEqual([]);
    await shoot(page, 'notice-preview');
    await page.getByRole('button', { name: 'Inside the Party' }).click();
    await expect.poll(() => notice.getByText('All of it is entered now.').count()).toBe(0);
    const links = page.getByRole('list', { name: 'Download' }).getByRole('link');
    const files = await Promise.all((await links.all()).map((one) => one.getAttribute('href')));
    expect(files).toEqual(
      ['docx', 'md', 'html'].map(
        (form) => `/api/rounds/r1/bulletin?form=${form}&audience=inside&on=2026-11-23&lang=en`,
      ),
    );
    await page.context().close();
  });

  it('leads from a sentence to the fact that says so', async () => {
    const page = await open({}, 'preview');
    const told = page.getByRole('article').locator('a.told').first();
    const fact = (await told.getAttribute('href'))?.split('#')[1] ?? '';
    await told.click();
    await page.locator(`#${fact}.led-to`).waitFor();
    await expect.poll(() => page.locator(`#${fact}`).isVisible()).toBe(true);
    await page.context().close();
  });

  it.each(['items', 'frame', 'preview'])('fits a phone: %s', async (view) => {
    const page = await open({ size: phone }, view);
    expect(await sideways(page)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await shoot(page, `notice-phone-${view}`);
    await page.context().close();
  });
});
