/** styles.xml → how the number of a cell is shown (ECMA-376 Part 1, §18.8.30); the built-in formats as Excel has them in Chinese. */
import { dateText, isDateFormat } from './dates.ts';
import { walkXml } from '../xml/walk.ts';

const year = 'yyyy/m/d';
const yearMonth = 'yyyy"年"m"月"';
const full = 'yyyy"年"m"月"d"日"';
const monthDay = 'm"月"d"日"';
const clock = 'h"时"mm"分"';
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: year, 15: 'd-mmm-yy', 16: 'd-mmm' },
  ...{ 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm' },
  ...{ 27: yearMonth, 28: monthDay, 29: monthDay, 30: 'm-d-yy', 31: full, 32: clock, 33: 'h"时"mm"分"ss"秒"' },
  ...{
    36: yearMonth,
    37: '#,##0',
    38: '#,##0',
    39: '#,##0.00',
    40: '#,##0.00',
    45: 'mm:ss',
    46: '[h]:mm:ss',
    47: 'mm:ss',
  },
  ...{ 50: yearMonth, 51: monthDay, 52: yearMonth, 53: monthDay, 54: monthDay, 55: clock, 57: yearMonth, 58: monthDay },
};

const GENERAL = 'General';

/** What Excel keeps of a number. */
const DIGITS = 15;

const general = (value: number): string => {
  const rounded = Number(value.toPrecision(DIGITS));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? rounded.toFixed(0) : String(rounded);
};

/** Decimals, thousands and percents; the rest of a format is for the eye. */
function numberText(value: number, format: string): string {
  const section = (format.split(';')[0] ?? '').replace(/"[^"]{0,200}"|\\./g, '');
  if (!/[0#?]/.test(section) || /[eE][+-]/.test(section)) return general(value);
  const decimals = Math.min(DIGITS, /\.([0?]+)/.exec(section)?.[1]?.length ?? 0);
  const isPercent = section.includes('%');
  const scaled = isPercent ? value * 100 : value;
  if (!(Math.abs(scaled) < 1e21)) return general(value);
  const text = /\.#/.test(section) ? general(scaled) : Number(scaled.toPrecision(DIGITS)).toFixed(decimals);
  const shown = section.includes(',') ? text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d{0,15})/g, ',') : text;
  return isPercent ? `${shown}%` : shown;
}

export interface Formats {
  /** @param style the number of a cell's style. @param raw as the file has it */
  readonly show: (raw: string, style: number) => string;
}

export function readFormats(bytes: Uint8Array | null, is1904: boolean): Formats {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCellStyle = false;
  if (bytes !== null)
    walkXml(bytes, 'XLSX', {
      open: (name, attribute) => {
        if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? GENERAL);
        else if (name === 'cellXfs') isCellStyle = true;
        else if (name === 'xf' && isCellStyle) styles.push(Number(attribute('numFmtId') ?? 0));
        return name === 'dxfs' ? 'skip' : undefined;
      },
      close: (name) => {
        if (name === 'cellXfs') isCellStyle = false;
      },
    });
  const show = (raw: string, style: number): string => {
    const value = Number(raw);
    if (raw.trim() === '' || !Number.isFinite(value)) return raw;
    const id = styles[style] ?? 0;
    const code = codes.get(id) ?? BUILT_IN[id] ?? GENERAL;
    if (code.length > 255) return general(value);
    return (isDateFormat(code) ? dateText(value, code, is1904) : null) ?? numberText(value, code);
  };
  return { show };
}
