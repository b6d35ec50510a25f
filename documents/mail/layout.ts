/**
 * The frame of every HTML mail: tables and inline styles only, for clients that render with Word or know no style sheet.
 *
 * Each cell repeats its font, colour and ground, because no client can be trusted to inherit them. The one style block only
 * improves: dark colours where a client asks for them, and nothing is lost without it.
 */
import { markup, markupText, oneLine, type Markup } from './markup.ts';
import type { Locale } from '../../core/locale.ts';

const fonts = `font-family:'Microsoft YaHei','PingFang SC','Helvetica Neue',Arial,sans-serif`;

export const colours = {
  page: '#f2f4f7',
  ground: '#ffffff',
  text: '#1f2937',
  quiet: '#5b6472',
  line: '#d5dae1',
  button: '#0958d9',
  red: '#b42318',
  yellow: '#8a5300',
  green: '#1a6b3c',
} as const;

export type Ink = 'text' | 'quiet' | 'red' | 'yellow' | 'green';

/** Inline style of text: never inherited, so written again in every cell. */
export const inked = (ink: Ink, size = 16, line = 26): string =>
  `${fonts};font-size:${size}px;line-height:${line}px;color:${colours[ink]};`;

/** Without values, so nothing in it can come from people. */
const styleBlock = markup`@media (prefers-color-scheme: dark) {
.page { background-color: #14171c !important; }
.ground { background-color: #1e232b !important; border-color: #3a4250 !important; }
.text, .text a { color: #e6e9ee !important; }
.quiet, .quiet a { color: #a6afbd !important; }
.red { color: #ff9c8f !important; }
.yellow { color: #ffc769 !important; }
.green { color: #7fd6a3 !important; }
}`;

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  /** What a list of mails shows after the subject; not seen in the mail itself. */
  readonly preheader: string;
  readonly rows: readonly Markup[];
}

const bare = markup`role="presentation" cellpadding="0" cellspacing="0" border="0"`;

export function page({ locale, title, preheader, rows }: Page): string {
  const { page: outside, ground, line } = colours;
  const hidden = `display:none;max-height:0;max-width:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:${outside};`;
  return markupText(markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${oneLine(title)}</title>
<style>${styleBlock}</style>
</head>
<body class="page" bgcolor="${outside}" style="margin:0;padding:0;background-color:${outside};">
<div style="${hidden}">${oneLine(preheader)}</div>
<table ${bare} class="page" width="100%" bgcolor="${outside}" style="background-color:${outside};">
<tr><td align="center" style="padding:16px 8px;">
<table ${bare} class="ground" width="600" bgcolor="${ground}" style="width:100%;max-width:600px;background-color:${ground};border:1px solid ${line};">
${rows}</table>
</td></tr>
</table>
</body>
</html>
`);
}

/** One row of the frame with one cell. */
export const row = (content: Markup, style = 'padding:12px 24px;'): Markup =>
  markup`<tr><td class="ground" bgcolor="${colours.ground}" style="${style}background-color:${colours.ground};">
${content}
</td></tr>
`;

/** @param more further style, such as `text-indent:2em;` */
export const paragraph = (text: string | Markup, ink: Ink = 'text', size = 16, line = 26, more = ''): Markup =>
  markup`<p class="${ink}" style="margin:0;padding:0;${inked(ink, size, line)}${more}">${text}</p>`;

/** An address in its own line: broken anywhere rather than wider than the screen. */
export const bareAddress = (address: string): Markup => markup`<span style="word-break:break-all;">${address}</span>`;

/** The heading of a section, a size above its text. */
export const heading = (text: string, level: 1 | 2 = 2): Markup => {
  const style = `margin:0;padding:0;${inked('text', level === 1 ? 20 : 16, level === 1 ? 30 : 26)}font-weight:bold;`;
  return level === 1
    ? markup`<h1 class="text" style="${style}">${text}</h1>`
    : markup`<h2 class="text" style="${style}">${text}</h2>`;
};

export const link = (address: string, text: string, ink: Ink = 'text'): Markup =>
  markup`<a href="${address}" class="${ink}" style="${inked(ink)}font-weight:bold;text-decoration:underline;">${text}</a>`;

/** The one main button: a cell with a ground colour, so that it is a button in every client, and the bare address beneath. */
export const button = (address: string, text: string, hint: string): Markup => markup`<table ${bare}>
<tr><td align="center" bgcolor="${colours.button}" style="background-color:${colours.button};border-radius:6px;">
<a href="${address}" style="display:inline-block;padding:14px 28px;${fonts};font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;">${text}</a>
</td></tr>
</table>
<p class="quiet" style="margin:8px 0 0 0;padding:0;${inked('quiet', 13, 20)}">${hint}<br>${bareAddress(address)}</p>`;

/** Lines of one cell; what is null is left out. */
export const stack = (...lines: readonly (Markup | null)[]): Markup =>
  markup`${lines.filter((one) => one !== null).map((one) => markup`${one}\n`)}`;
