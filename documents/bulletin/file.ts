/** A progress notice as a file, in one of its forms. */
import type { Block } from './blocks.ts';
import { bulletinDocx } from './docx.ts';
import { bulletinHtml } from './html.ts';
import { bulletinMarkdown } from './markdown.ts';
import { provenanceComment, provenanceProperties } from './provenance.ts';
import type { BulletinForm } from '../../core/round/bulletin.ts';
import type { Locale } from '../../core/locale.ts';

/** What is written. */
export interface WrittenBulletin {
  readonly locale: Locale;
  readonly blocks: readonly Block[];
  /** What it was computed from, as JSON. */
  readonly provenance: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const writers: Readonly<Record<BulletinForm, (written: WrittenBulletin) => Uint8Array | Promise<Uint8Array>>> = {
  docx: ({ blocks, provenance }) => bulletinDocx(blocks, provenanceProperties(provenance)),
  md: ({ blocks, provenance }) => bytesOf(`${bulletinMarkdown(blocks)}\n${provenanceComment(provenance)}\n`),
  html: ({ blocks, locale, provenance }) => bytesOf(bulletinHtml(blocks, locale, provenance)),
};

export const bulletinFile = (form: BulletinForm, written: WrittenBulletin): Uint8Array | Promise<Uint8Array> =>
  writers[form](written);
