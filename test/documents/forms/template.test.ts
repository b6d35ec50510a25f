/** What is taken away can be handed in: the heads are found again, in either language, and the sample is none of the rows. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { formReaders } from '../../../documents/forms/read.ts';
import { templateOf } from '../../../documents/forms/template.ts';
import { bookOf } from '../../../documents/readers/text-of.ts';
import { locales } from '../../../core/locale.ts';

const madeAt = '2026-01-05T02:00:00.000Z';

describe.each(locales)('a template in %s', (locale) => {
  it.each(['roster', 'items'] as const)(
    'of %s holds no row before it is filled in, and explains each column',
    async (form) => {
      const bytes = await templateOf(form, locale, madeAt);
      const read = formReaders[form](bookOf(bytes));
      if ('needed' in read) throw new Error('a template that is not found again');
      expect(read).toMatchObject({ faults: [], ignored: [] });
      expect(
        Object.values(read.contents)
          .flat()
          .filter((one) => typeof one !== 'string'),
      ).toEqual([]);
      const sheets = (await readXlsx(bytes)).sheets.map(({ rows }) => rows);
      const heads = sheets.slice(0, -1).flatMap((rows) => rows[2] ?? []);
      const guide = sheets.at(-1)?.slice(3) ?? [];
      expect(heads.length).toBeGreaterThan(9);
      expect(guide.map(([head]) => head)).toEqual(heads);
      expect(guide.every(([, meaning]) => String(meaning).length > 3)).toBe(true);
    },
  );

  it('of people is read with what was filled in below its sample', async () => {
    const { sheets } = await readXlsx(await templateOf('roster', locale, madeAt));
    const filled = sheets.map(({ name, rows }, at) => ({
      name,
      rows: at === 0 ? [...rows, ['高远', 'gao@yunling.example', rows[3]?.[2] ?? '', '工程科']] : rows,
    }));
    const read = formReaders.roster(bookOf(await writeXlsx({ sheets: filled })));
    expect(read).toMatchObject({
      contents: { people: [{ place: { row: 5 }, name: '高远', roles: ['staff'], unit: '工程科' }] },
      faults: [],
    });
  });
});
