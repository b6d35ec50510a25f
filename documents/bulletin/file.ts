/** A progress notice as a file, in one of its forms. */
import { blocksOf, type Block } from './blocks.ts';
import { bulletinDocx } from './docx.ts';
import type { BulletinFacts } from './facts.ts';
import { bulletinHtml } from './html.ts';
import { bulletinMarkdown } from './markdown.ts';
import { bulletinOf } from './tree.ts';
import type { BulletinForm } from '../../core/round/bulletin.ts';
import type { Locale } from '../../core/locale.ts';

type Writer = (blocks: readonly Block[], locale: Locale) => Uint8Array | Promise<Uint8Array>;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const writers: Readonly<Record<BulletinForm, Writer>> = {
  docx: bulletinDocx,
  md: (blocks) => bytesOf(bulletinMarkdown(blocks)),
  html: (blocks, locale) => bytesOf(bulletinHtml(blocks, locale)),
};

/** @param facts without faults; see figures.ts */
export const bulletinFile = (form: BulletinForm, facts: BulletinFacts): Uint8Array | Promise<Uint8Array> =>
  writers[form](blocksOf(bulletinOf(facts)), facts.locale);
