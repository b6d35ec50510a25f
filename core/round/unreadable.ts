/** Why a file cannot be read as a notice, with what was allowed and what was given. */
export type Unreadable =
  | { readonly kind: 'notFound'; readonly path: string }
  | { readonly kind: 'notAFile'; readonly path: string }
  | { readonly kind: 'noAccess'; readonly path: string; readonly reason: string }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary'; readonly looksLike: string | null }
  | { readonly kind: 'notUtf8'; readonly looksLike: string | null }
  | { readonly kind: 'notANotice'; readonly reason: 'notChinese' | 'otherSubject' };
