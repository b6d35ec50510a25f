/** The fonts of GB/T 9704-2012, by the names under which they are installed, and what stands in where one is not. */

/** The title in 2号小标宋, the text in 3号仿宋, its first level in 黑体, its second in 楷体, numbers in 宋体. */
export const fonts = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  number: '宋体',
} as const;

type Font = (typeof fonts)[keyof typeof fonts];

/** The fonts of a document in another language, level for level. */
export type LevelFonts = Readonly<Record<keyof typeof fonts, string>>;

/** Tried in this order. */
const standIns: Readonly<Record<Font, readonly string[]>> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  黑体: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'],
  楷体_GB2312: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'],
  宋体: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'],
};

/** The font table of a document (ECMA-376, 17.8.3): all of them Chinese fonts (character set 134, hexadecimal 86). */
export function fontTable(): string {
  const each = Object.entries(standIns).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${each.join('')}</w:fonts>`;
}
