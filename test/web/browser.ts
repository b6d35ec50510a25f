/** A real browser for the page tests: the one of CHROME_PATH, else the one that comes with the packages. */
import { AxeBuilder } from '@axe-core/playwright';
import bundled from '@sparticuz/chromium';
import { afterAll, beforeAll } from 'vitest';
import { startFixture, type FixtureServer } from './fixture/server.ts';
import { buildWeb } from '../../web/build.ts';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? (await bundled.executablePath());
  // Not the arguments that come with the package: they put all pages into one process, and the first fault ends it.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
}

const wide = { width: 1366, height: 768 };
export const phone = { width: 360, height: 740 };
export const narrowest = { width: 320, height: 640 };

export interface Visit {
  readonly url: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly lang?: 'zh-CN' | 'en';
  /** A member of the cast; nobody is signed in without. */
  readonly who?: string;
}

/** The pages count days from today, and the fixture's world stands still on one. */
const today = new Date('2026-11-23T02:31:00Z');

export async function visit(browser: Browser, { url, size = wide, lang = 'zh-CN', who }: Visit): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  // Cookies of the whole server, not of the folder that the address names.
  const { origin } = new URL(url);
  const named = { lang, ...(who === undefined ? {} : { who }) };
  await context.addCookies(Object.entries(named).map(([name, value]) => ({ name, value, url: origin })));
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.clock.setFixedTime(today);
  await page.goto(url);
  return page;
}

/** The built pages over a fixture server, in a browser, for the tests of a file. */
export function usePages() {
  let started: { readonly browser: Browser; readonly server: FixtureServer } | null = null;
  beforeAll(async () => {
    await buildWeb();
    const [browser, server] = await Promise.all([launchBrowser(), startFixture()]);
    started = { browser, server };
  }, 60_000);
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.close();
  });
  const pages = () => {
    if (started === null) throw new Error('the pages are there only while tests run');
    return started;
  };
  return {
    get browser(): Browser {
      return pages().browser;
    },
    at: (path: string): string => `${pages().server.url}${path}`,
  };
}

/** How many pixels the page can be scrolled sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What axe calls serious or critical, as `rule: target`. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
