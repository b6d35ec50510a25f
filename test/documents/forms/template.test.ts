/** What is taken away can be handed in: the heads are found again, in either language, and the sample is none of the rows. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { formReaders } from '../../../documents/forms/read.ts';
import { templateOf } from '../../../documents/forms/template.ts';
import { bookOf } from '../../../documents/readers/text-of.ts';
import { locales } from '../../../core/locale.ts';

describe.each(locales)('the template of people and units in %s', (locale) => {
  it('holds no row before it is filled in, and explains each of its columns', async () => {
    const bytes = await templateOf('roster', locale, '2026-01-05T02:00:00.000Z');
    expect(formReaders.roster(bookOf(bytes))).toEqual({ contents: { people: [], units: [] }, faults: [], ignored: [] });
    const [people, units, guide] = (await readXlsx(bytes)).sheets;
    const heads = [...(people?.rows[2] ?? []), ...(units?.rows[2] ?? [])];
    expect(heads).toHaveLength(11);
    expect(guide?.rows.slice(3).map(([head]) => head)).toEqual(heads);
    expect(guide?.rows.slice(3).every(([, meaning]) => String(meaning).length > 3)).toBe(true);
  });

  it('is read with what was filled in below its sample', async () => {
    const { sheets } = await readXlsx(await templateOf('roster', locale, '2026-01-05T02:00:00.000Z'));
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
