import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../web/rounds/tree/places.ts';

const source = [
  '一、财务方面',
  '',
  '（一）差旅费报销审核',
  '不严。',
  '1. 清退费用。',
  '（二）合同不规范。',
  '1. 清退费用。',
].join('\r\n');

describe('the place of a text', () => {
  it('is its line, whatever marks and blanks stand around it', () => {
    expect(placesOf(source, ['合同 不规范'])).toEqual([[6]]);
  });

  it('is every line that it runs over', () => {
    expect(placesOf(source, ['差旅费报销审核不严。'])).toEqual([[3, 4]]);
  });

  it('is the next one below where the same words come twice', () => {
    expect(placesOf(source, ['清退费用。', '合同不规范。', '清退费用。'])).toEqual([[5], [6], [7]]);
  });

  it('is looked for from the top where the parser moved it', () => {
    expect(placesOf(source, ['合同不规范。', '财务方面'])).toEqual([[6], [1]]);
  });

  it('is known by its beginning where something was taken out of it', () => {
    const long = '固定资产未及时登记，购置的 37 台设备（见附件）未入账。';
    expect(placesOf(long, ['固定资产未及时登记，购置的37台设备未入账。'])).toEqual([[1]]);
  });

  it('is nowhere for words that do not stand in the document', () => {
    expect(placesOf(source, ['另外一件事', ''])).toEqual([[], []]);
  });
});
