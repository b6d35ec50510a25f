/**
 * The look as data: tokens measured for contrast (test/web/theme.test.ts keeps the table).
 *
 * Red is for overdue, errors and danger; the brand is blue. The dark algorithm recomputes seeds, so words take
 * `colorErrorText` and its kin, never `colorError`.
 */
import { theme, type ThemeConfig } from 'antd';

const common = {
  fontSize: 16,
  fontSizeSM: 14,
  fontSizeHeading1: 28,
  fontSizeHeading2: 24,
  fontSizeHeading3: 20,
  fontSizeHeading4: 18,
  fontSizeHeading5: 16,
  lineHeight: 1.625,
  controlHeightSM: 28,
  controlHeight: 36,
  controlHeightLG: 44,
  borderRadius: 6,
  lineWidthFocus: 3,
  motionUnit: 0.06,
  wireframe: false,
};

export const light = {
  token: {
    ...common,
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#0747b0',
    colorPrimaryActive: '#003a8c',
    colorInfo: '#0958d9',
    colorInfoBg: '#e8f1fe',
    colorLink: '#0958d9',
    colorLinkHover: '#0747b0',
    colorSuccess: '#0b7a4b',
    colorSuccessBg: '#e8f6ef',
    colorSuccessBorder: '#7cc5a1',
    colorWarning: '#8a5300',
    colorWarningBg: '#fff6df',
    colorWarningBorder: '#e3b341',
    colorError: '#b3261e',
    colorErrorHover: '#8f1d17',
    colorErrorBg: '#fdeceb',
    colorErrorBorder: '#e59a94',
    colorTextBase: '#141a22',
    colorTextSecondary: '#4a5361',
    colorTextTertiary: '#5b6472',
    colorTextDescription: '#5b6472',
    colorTextPlaceholder: '#66707d',
    colorTextDisabled: '#7d8591',
    colorBorder: '#858d99',
    colorBorderSecondary: '#e3e6ea',
    colorSplit: '#e3e6ea',
    colorBgLayout: '#f4f6f8',
  },
  components: {
    Table: {
      headerBg: '#eef1f5',
      headerColor: '#141a22',
      rowHoverBg: '#f4f8ff',
      rowSelectedBg: '#e8f1fe',
      cellPaddingBlock: 11,
      cellPaddingInline: 12,
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      cellFontSizeSM: 14,
    },
    Form: {
      labelFontSize: 16,
      itemMarginBottom: 24,
      verticalLabelPadding: '0 0 6px',
      labelRequiredMarkColor: '#b3261e',
    },
    Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Layout: { headerHeight: 56, headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f4f6f8' },
    Timeline: { itemPaddingBottom: 16, dotSize: 12 },
    Tag: { defaultBg: '#eef1f5', defaultColor: '#4a5361' },
    Descriptions: { labelBg: '#f4f6f8', itemPaddingBottom: 12 },
  },
} satisfies ThemeConfig;

export const dark = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...common,
    colorPrimary: '#2f74e0',
    colorPrimaryHover: '#2a66c4',
    colorPrimaryActive: '#2357aa',
    colorPrimaryText: '#85b4ff',
    colorPrimaryBg: '#14233a',
    colorInfo: '#2f74e0',
    colorInfoText: '#85b4ff',
    colorInfoBg: '#14233a',
    colorLink: '#85b4ff',
    colorLinkHover: '#aecdff',
    colorSuccess: '#3fb37f',
    colorSuccessText: '#5cc49a',
    colorSuccessBg: '#12261d',
    colorSuccessBorder: '#2c6b4c',
    colorWarning: '#e0a030',
    colorWarningText: '#ffd166',
    colorWarningBg: '#2b210c',
    colorWarningBorder: '#7a5c18',
    colorError: '#d9463c',
    colorErrorText: '#ff8a82',
    colorErrorHover: '#c23c33',
    colorErrorBg: '#331614',
    colorErrorBorder: '#7a3530',
    colorTextSecondary: '#b4bcc8',
    colorTextTertiary: '#a2abb8',
    colorTextDescription: '#a2abb8',
    colorTextPlaceholder: '#9aa3b0',
    colorTextDisabled: '#7b8492',
    colorBorder: '#737c8a',
    colorBorderSecondary: '#2c323a',
    colorSplit: '#2c323a',
    colorBgLayout: '#0c0f13',
    colorBgContainer: '#15191f',
    colorBgElevated: '#1d222a',
  },
  components: {
    Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
} satisfies ThemeConfig;

/** 大字: everything that carries text grows by a quarter; space and borders stay. */
const largeBy = 1.25;
const grows = ['fontSize', 'fontSizeSM', 'controlHeightSM', 'controlHeight', 'controlHeightLG'] as const;

export interface Look {
  readonly isDark: boolean;
  readonly isLarge: boolean;
}

export function themeFor({ isDark, isLarge }: Look): ThemeConfig {
  const base: ThemeConfig = isDark ? dark : light;
  if (!isLarge) return base;
  const grown = Object.fromEntries(grows.map((name) => [name, common[name] * largeBy]));
  return { ...base, token: { ...base.token, ...grown } };
}

/** The resolved tokens that our own styles use, by the name of their CSS variable. */
export function variables(look: Look): Readonly<Record<string, string>> {
  const token = theme.getDesignToken(themeFor(look));
  const { isDark } = look;
  return {
    '--text': token.colorText,
    '--text-2': token.colorTextSecondary,
    '--text-3': token.colorTextTertiary,
    '--text-off': token.colorTextDisabled,
    '--link': token.colorLink,
    '--link-hover': token.colorLinkHover,
    '--primary': token.colorPrimary,
    '--ground': token.colorBgLayout,
    '--surface': token.colorBgContainer,
    '--raised': token.colorBgElevated,
    '--edge': token.colorBorder,
    '--line': token.colorSplit,
    '--head': isDark ? '#1d222a' : '#eef1f5',
    '--hover': isDark ? '#1a2230' : '#f4f8ff',
    '--focus': isDark ? '#85b4ff' : '#0958d9',
    '--info-bg': token.colorInfoBg,
    '--good-text': token.colorSuccessText,
    '--good-bg': token.colorSuccessBg,
    '--good-edge': token.colorSuccessBorder,
    '--warn-text': token.colorWarningText,
    '--warn-bg': token.colorWarningBg,
    '--warn-edge': token.colorWarningBorder,
    '--bad-text': token.colorErrorText,
    '--bad-bg': token.colorErrorBg,
    '--bad-edge': token.colorErrorBorder,
    '--green': isDark ? '#6fd3a8' : '#3aa67a',
    '--yellow': isDark ? '#ffd166' : '#f2b705',
    '--yellow-edge': isDark ? '#ffd166' : '#7a5b00',
    '--red': isDark ? '#f0483e' : '#a61b1b',
  };
}
