/** The thread of write-aside.ts: facts in, the bytes of one file out. */
import type { Writing } from './write-aside.ts';
import { bulletinFile } from '../../documents/bulletin/file.ts';
import { progressSheet } from '../../documents/forms/progress-template.ts';
import { templateOf } from '../../documents/forms/template.ts';
import { reviewWorkbook } from '../../documents/sheets/review.ts';
import { roundWorkbook } from '../../documents/sheets/round-sheet.ts';

export function work(writing: Writing): Uint8Array | Promise<Uint8Array> {
  switch (writing.file) {
    case 'roundSheet':
      return roundWorkbook(writing.sheet, writing.facts);
    case 'reviewFile':
      return reviewWorkbook(writing.facts);
    case 'template':
      return templateOf(writing.form, writing.locale, writing.madeAt);
    case 'progressSheet':
      return progressSheet(writing.facts);
    case 'bulletin':
      return bulletinFile(writing.form, writing.facts);
  }
}
