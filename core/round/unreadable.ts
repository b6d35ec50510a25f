/** Why a file cannot be read as a notice, with what was allowed and what was given. */
export type Unreadable =
  | { readonly kind: 'notFound'; readonly path: string }
  | { readonly kind: 'notAFile'; readonly path: string }
  | { readonly kind: 'noAccess'; readonly path: string; readonly reason: string }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary'; readonly looksLike: string | null }
  /** The binary formats of before 2007, and of WPS. */
  | { readonly kind: 'oldFormat'; readonly of: 'document' | 'sheet' | 'other' }
  | { readonly kind: 'encrypted'; readonly format: string }
  /** Pages that are pictures: nothing on them is text. */
  | { readonly kind: 'scanned'; readonly pages: number }
  | { readonly kind: 'damaged'; readonly format: string }
  /** A declaration that could name other files, or make a few bytes into gigabytes. */
  | { readonly kind: 'doctype'; readonly format: string }
  | { readonly kind: 'beyond'; readonly limit: ReaderLimit; readonly max: number; readonly given: number }
  | { readonly kind: 'tooSlow'; readonly maxSeconds: number }
  | { readonly kind: 'tooHungry'; readonly maxBytes: number }
  /** A template is handed in as the workbook that it is. */
  | { readonly kind: 'notAWorkbook' }
  | { readonly kind: 'notANotice'; readonly reason: 'notChinese' | 'otherSubject' };

/**
 * What a file may hold. `given` is what was counted when reading stopped: there may be more.
 * `ratio`: bytes unpacked for each packed one; `depth`: elements within elements; `cells` and `columns` of one table; `rows` of a
 * template.
 */
export type ReaderLimit =
  'unpackedBytes' | 'ratio' | 'entries' | 'depth' | 'columns' | 'cells' | 'rows' | 'textBytes' | 'pages';
