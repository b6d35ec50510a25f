import { describe, expect, it } from 'vitest';
import { isFiltered, itemSearch, readFilters, withFilter, writeFilters } from '../../../web/items/item-search.ts';

const none = readFilters(new URLSearchParams());

describe('the filters of a list', () => {
  it('survive the way through the address', () => {
    const filters = {
      ...none,
      light: 'red',
      unit: 'finance',
      state: 'inProgress',
      mine: true,
      q: '设备 37',
      after: 'abc',
    } as const;
    expect(readFilters(new URLSearchParams(writeFilters(filters).toString()))).toEqual(filters);
  });

  it('write nothing that is not set', () => {
    expect(writeFilters(none).toString()).toBe('');
    expect(isFiltered(none)).toBe(false);
  });

  it('take what is unknown in an address as not said', () => {
    expect(readFilters(new URLSearchParams('light=purple&state=lost&mine=perhaps'))).toEqual(none);
  });

  it('start at the first page again when a filter changes', () => {
    expect(withFilter({ ...none, after: 'abc' }, { light: 'red' })).toMatchObject({ light: 'red', after: '' });
  });

  it('ask the API for the items of one round', () => {
    expect(itemSearch('r1', { ...none, light: 'red', mine: true })).toBe('round=r1&light=red&mine=true');
  });
});
