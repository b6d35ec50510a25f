/** What pages carry around a document: names of fields above it, furniture below it. */
import { fold } from '../text/han.ts';

const FRONT: readonly (readonly [string, RegExp])[] = [
  ['标题', /^(?:title|name|标题|名称)$/i],
  ['发布日期', /^(?:date|pub_?-?date|publish(?:ed)?(?:_?-?(?:at|date|time))?|发布(?:日期|时间)|日期|时间)$/i],
  ['来源', /^(?:source|来源)$/i],
  ['发布机构', /^(?:publisher|organi[sz]ation|organ|department|发布(?:机构|单位))$/i],
];

/** The Chinese name of a field of front matter that says something about the document, else null. */
export const frontName = (key: string): string | null => FRONT.find(([, pattern]) => pattern.test(key))?.[0] ?? null;

const FOOTER =
  /^(?:分享(?:到|至)|上一[篇条]|下一[篇条]|主\s?办|承\s?办|协\s?办|版权所有|网站(?:标识码|地图|声明|管理)|政府网站|备案号|[\p{L}]{0,3}ICP备|[\p{Script=Han}]公网安备|技术支持|关于我们|联系我们|站点地图|【?打印|【?关闭|责任编辑|编辑：|返回(?:顶部|首页)|扫一扫|(?:扫描|识别|长按).{0,12}二维码|点击.{0,8}(?:关注|原文)|阅读原文|相关(?:链接|文档|阅读|附件|新闻)|友情链接|(?:政务服务)?便民(?:服务)?热线|网站支持|Copyright|浏览次数|您是第)|备案号|网站标识码|版权所有/u;
const SITE =
  /主\s?办(?:单位)?[：\s]|承\s?办(?:单位)?[：\s]|版权所有|网站标识码|备案|公网安备|技术支持|网站地图|便民(?:服务)?热线|Copyright/;

/** 图1 反馈会现场: what stands under a picture. */
export const isCaption = (text: string): boolean =>
  text.length < 40 && /^(?:图|图片|照片)\s?\d{1,2}(?:[：:.、]|\s)/.test(text);

/** A line that a site prints under every page. */
export const isFooter = (text: string): boolean => text.length < 200 && FOOTER.test(fold(text.slice(0, 120)));

/** A line that names who runs the site: an address or a telephone beside it is the site's. */
export const isSiteLine = (text: string): boolean => text.length < 200 && SITE.test(fold(text.slice(0, 120)));
