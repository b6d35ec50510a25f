/** The contrast table of the interface guideline: what the resolved tokens give, not what was asked for. */
import { theme } from 'antd';
import { describe, expect, it } from 'vitest';
import { dark, light, themeFor, variables } from '../../web/theme.ts';

type Channels = readonly [number, number, number];

/** `#rrggbb`, `#rgb` or `rgba(…)` over a ground, because the algorithms answer with transparent greys. */
function channels(colour: string, ground: Channels = [255, 255, 255]): Channels {
  const [, digits] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour) ?? [];
  if (digits !== undefined) {
    const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
    const at = (index: number) => Number.parseInt(full.slice(index * 2, index * 2 + 2), 16);
    return [at(0), at(1), at(2)];
  }
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const over = (top: number, below: number) => top * alpha + below * (1 - alpha);
  return [over(red, ground[0]), over(green, ground[1]), over(blue, ground[2])];
}

function luminance(rgb: Channels): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colour: string, ground: string): number {
  const below = channels(ground);
  const [one, other] = [luminance(channels(colour, below)), luminance(below)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (name, config) => {
  const token = theme.getDesignToken(config);
  const ground = token.colorBgContainer;
  const reads: readonly (readonly [string, string, string, number])[] = [
    ['text', token.colorText, ground, 7],
    ['secondary text', token.colorTextSecondary, ground, 7],
    ['tertiary text', token.colorTextTertiary, ground, 4.5],
    ['text on the page', token.colorTextSecondary, token.colorBgLayout, 4.5],
    ['tertiary text on the page', token.colorTextTertiary, token.colorBgLayout, 4.5],
    ['placeholder', token.colorTextPlaceholder, ground, 4.5],
    ['disabled text', token.colorTextDisabled, ground, 3],
    ['link', token.colorLink, ground, 4.5],
    ['hovered link', token.colorLinkHover, ground, 4.5],
    ['link on the page', token.colorLink, token.colorBgLayout, 4.5],
    ['link on an info ground', token.colorLink, token.colorInfoBg, 4.5],
    ['white on primary', '#ffffff', token.colorPrimary, 4.5],
    ['white on hovered primary', '#ffffff', token.colorPrimaryHover, 4.5],
    ['white on danger', '#ffffff', token.colorError, 4.5],
    ['success words on their ground', token.colorSuccessText, token.colorSuccessBg, 4.5],
    ['warning words on their ground', token.colorWarningText, token.colorWarningBg, 4.5],
    ['error words on their ground', token.colorErrorText, token.colorErrorBg, 4.5],
    ['success words', token.colorSuccessText, ground, 4.5],
    ['warning words', token.colorWarningText, ground, 4.5],
    ['error words', token.colorErrorText, ground, 4.5],
    ['border of inputs', token.colorBorder, ground, 3],
  ];
  it.each(reads)('%s reaches its contrast', (_, colour, below, least) => {
    expect(contrast(colour, below)).toBeGreaterThanOrEqual(least);
  });

  it.each(['--green', '--red', '--yellow-edge'])('the shape %s stands out from its ground', (variable) => {
    const colour = variables({ isDark: name === 'dark', isLarge: false })[variable] ?? '';
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  it('keeps red for overdue, errors and danger', () => {
    const [red, , blue] = channels(token.colorPrimary);
    expect(blue).toBeGreaterThan(red);
  });
});

describe('large text', () => {
  it('grows type and controls by a quarter and leaves the colours alone', () => {
    const large = themeFor({ isDark: false, isLarge: true });
    expect(large.token).toMatchObject({ fontSize: 20, controlHeight: 45, colorPrimary: '#0958d9' });
  });
});
