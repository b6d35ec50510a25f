import { describe, expect, it } from 'vitest';
import { contactIn } from '../../../documents/notice/contact.ts';

describe('contact lines', () => {
  it.each([
    [
      '联系电话：0876-3311220；通讯地址：云岭县清溪路18号；电子邮箱：a@b.cn。',
      '0876-3311220',
      '云岭县清溪路18号',
      null,
      'a@b.cn',
    ],
    [
      '联系电话0876-3311220，邮政信箱：云岭县清溪路18号，邮编663000，邮箱a.b@c.gov.cn',
      '0876-3311220',
      '云岭县清溪路18号',
      '663000',
      'a.b@c.gov.cn',
    ],
    ['电 话：（0876）3311220（工作日8:30-12:00，14:30-17:30）', '(0876)3311220', null, null, null],
    ['监督电话：0876—3311220、3311221，12388', '0876-3311220、3311221、12388', null, null, null],
    ['来信地址：云岭县清溪路18号（邮政编码：663000），信封请注明“整改意见”', null, '云岭县清溪路18号', '663000', null],
    ['地  址：云岭县清溪路18号3楼302室  邮  编：663000', null, '云岭县清溪路18号3楼302室', '663000', null],
    ['电话号码：13800001111\n联系地址：云岭县水利局；邮政编码 663000', '13800001111', '云岭县水利局', '663000', null],
    ['来信请寄云岭县清溪路18号县水利局办公室。', null, '云岭县清溪路18号县水利局办公室', null, null],
    ['欢迎监督。', null, null, null, null],
  ])('%s', (text, phone, address, postcode, email) => {
    expect(contactIn(text.split('\n'))).toEqual({ phone, address, postcode, email });
  });
});
