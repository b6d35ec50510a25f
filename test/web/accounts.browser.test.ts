/** Signing in with more than a password, in a real browser over the fixture server. */
import { describe, expect, it } from 'vitest';
import { seriousFaults, usePages, visit } from './browser.ts';

const house = usePages();
const { at } = house;

describe('a second factor', () => {
  it('asks for its code beside the right password, and keeps what was typed', async () => {
    const page = await visit(house.browser, { url: at('/sign-in'), lang: 'en' });
    await page.getByLabel('Email').fill('gao@yunling.example');
    await page.getByLabel('Password').fill('rectify');
    expect(await page.getByLabel('Code').count()).toBe(0);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code', { exact: true }).fill('246810');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
    await page.context().close();
  });

  it('comes first for whoever owes one, and shows the recovery codes until they are kept', async () => {
    const page = await visit(house.browser, { url: at('/rounds'), who: 'lin', lang: 'en' });
    await page.getByRole('heading', { level: 1, name: 'One step first' }).waitFor();
    await page.getByLabel('Present password').fill('rectify');
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Code', { exact: true }).fill('246810');
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).waitFor();
    expect(await page.locator('.codes li').count()).toBe(10);
    await page.context().close();
  });
});

describe('an identity provider', () => {
  it('signs in from the page of the sign-in, and back to where one was going', async () => {
    const page = await visit(house.browser, { url: at('/items/r1-2-1'), lang: 'en' });
    await page.getByRole('button', { name: 'Sign in with 云岭政务网' }).click();
    await page.getByRole('heading', { level: 1, name: 'Item 2.1' }).waitFor();
    expect(page.url()).not.toContain('code=');
    await page.context().close();
  });

  it('may be followed by a code of one’s own, or by a no in words', async () => {
    const page = await visit(house.browser, { url: at('/signed-in-elsewhere?code=1&state=gao'), lang: 'en' });
    await page.getByLabel('Code', { exact: true }).fill('246810');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
    await page.goto(at('/signed-in-elsewhere?error=access_denied&state=nobody'));
    await page.getByRole('alert').filter({ hasText: 'You are not signed in' }).waitFor();
    await page.context().close();
  });

  it('is allowed and taken away on the page of people, and told on one’s own', async () => {
    const page = await visit(house.browser, { url: at('/people'), who: 'zhao', lang: 'en' });
    await page.getByRole('button', { name: 'Allow single sign-on' }).first().click();
    await page.getByText('Single sign-on is allowed and not used yet.').waitFor();
    await page.goto(at('/me'));
    await page.getByText('An admin can let you sign in with 云岭政务网, too.').waitFor();
    await page.context().close();
  });
});

describe('whoever leaves', () => {
  it('hands over what they hold: chosen for all, looked at with its mails, pressed once', async () => {
    const page = await visit(house.browser, { url: at('/people/wang/leave'), who: 'zhao', lang: 'en' });
    await page.getByText(/^Holds \d+ open items, to be handed over:$/).waitFor();
    expect(await page.getByRole('button', { name: 'See what would happen' }).count()).toBe(0);
    await page.getByLabel('Successor for all that fit').selectOption({ label: '林晓' });
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await page
      .getByText(/characters/)
      .nth(1)
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Reason').fill('He works elsewhere from now on.');
    expect(await page.getByRole('button', { name: 'Hand over' }).count()).toBe(0);
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await page.getByText(/^\d+ places would be handed over, with 1 mail at the next slot\.$/).waitFor();
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('Holds no open item.').waitFor();
    await page.getByText(/^\d+ places handed over, with 1 mail at the next slot\.$/).waitFor();
    await page.context().close();
  });

  it('hands over single items, and the others stay', async () => {
    const page = await visit(house.browser, { url: at('/people/zhang/leave'), who: 'zhao', lang: 'en' });
    const rows = page.getByRole('combobox', { name: /^Successor and / });
    await rows.first().waitFor();
    const before = await rows.count();
    await rows.first().selectOption({ label: '陈正' });
    await page.getByLabel('Reason').fill('He works elsewhere from now on.');
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await page.getByText('1 place would be handed over, with 1 mail at the next slot.').waitFor();
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('1 place handed over, with 1 mail at the next slot.').waitFor();
    expect(await rows.count()).toBe(before - 1);
    await page.context().close();
  });
});
