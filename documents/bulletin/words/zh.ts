/** 整改进展情况通报的用语，逐项对应 en.ts。公文中汉字与数字之间不空格。 */
import type { BulletinWords } from './en.ts';

const digits = '零一二三四五六七八九';

/** 一、十、十一、二十、一百零五：层次序数用汉字。 */
function han(number: number): string {
  if (number >= 100) {
    const rest = number % 100;
    const tail = rest === 0 ? '' : rest < 10 ? `零${han(rest)}` : `${rest < 20 ? '一' : ''}${han(rest)}`;
    return `${number >= 1000 ? String(Math.floor(number / 100)) : digits.charAt(Math.floor(number / 100))}百${tail}`;
  }
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits.charAt(ones);
  return `${tens > 1 ? digits.charAt(tens) : ''}十${ones === 0 ? '' : digits.charAt(ones)}`;
}

const team = '巡察机构';
const body = '本单位';

export const zh: BulletinWords = {
  together: (sentences) => sentences.join(''),
  title: (organ, round) => `${organ}关于${round ?? ''}巡察整改进展情况的通报`,
  opening: {
    inspected: ({ round, when, ...who }) =>
      `${round === null ? '' : `根据${round}巡察统一部署，`}${when === null ? '' : `${when}，`}${who.team ?? team}对${who.body ?? body}开展了巡察。`,
    fedBack: ({ when, ...who }) =>
      `${when === null ? '' : `${when}，`}${who.team ?? team}向${who.body ?? body}反馈了巡察意见。`,
    published: '按照巡察工作有关要求，现将巡察整改进展情况予以公布。',
  },
  span: (from, until) => `${from}至${until}`,
  roughly: (year, month) => `${year}年${month === null ? '' : `${month}月`}`,
  counted: {
    whole: (count) => `${count}个问题`,
    done: (count) => `已完成整改${count}个`,
    interim: (count) => `取得阶段性成效${count}个`,
    standing: (count) => `需长期坚持${count}个`,
    ongoing: (count) => `正在整改${count}个`,
    cancelled: (count) => `经批准撤销${count}个`,
    told: (count) => `${count}个问题`,
    omitted: (count) => `${count}个问题`,
  },
  figures: (date, { whole, done, interim, standing, ongoing, cancelled }) =>
    [
      `截至${date}，巡察反馈的${zh.counted.whole(whole)}`,
      ...(cancelled === 0 ? [] : [zh.counted.cancelled(cancelled), `其余${whole - cancelled}个问题中`]),
      ...(done === 0 ? [] : [zh.counted.done(done)]),
      ...(interim === 0 ? [] : [zh.counted.interim(interim)]),
      ...(standing === 0 ? [] : [zh.counted.standing(standing)]),
      ...(ongoing === 0 ? [] : [zh.counted.ongoing(ongoing)]),
    ].join('，') + '。',
  parted: ({ told, omitted }) =>
    `本通报公布其中${zh.counted.told(told)}的整改进展情况，其余${zh.counted.omitted(omitted)}不在本通报中公布。`,
  numbered: (level, number, said) => (level === 1 ? `${han(number)}、${said}` : `（${han(number)}）${said}`),
  otherPart: '其他方面',
  answer: {
    of: (told) => `整改进展：${told}`,
    stop: '。',
    clause: '；',
    done: () => '该问题已完成整改。',
    interim: (date) => `该问题已取得阶段性成效，${date === null ? '' : `${date}前`}持续推进。`,
    standing: () => '该问题需长期坚持。',
    ongoing: (date) => `该问题正在整改${date === null ? '' : `，整改期限为${date}`}。`,
    cancelled: () => '该问题经批准撤销。',
  },
  contact: ({ phone, address, postcode, email }) =>
    '欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时反映。联系方式：' +
    [
      ...(phone === null ? [] : [`电话：${phone}`]),
      ...(address === null ? [] : [`邮寄地址：${address}`]),
      ...(postcode === null ? [] : [`邮政编码：${postcode}`]),
      ...(email === null ? [] : [`电子邮箱：${email}`]),
    ].join('；') +
    '。',
};
