/** Words as they stand in a source: labels that stand alone, all that is said, and sentences that stand where none should. */
import ts from 'typescript';
import type { WordFile } from './files.ts';

interface Label {
  /** `web/words/en.ts:12` */
  readonly place: string;
  readonly text: string;
}

const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

function each(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => each(child, look));
}

/** A literal that is compared, indexes or names a type is code; one inside a template is part of a sentence. */
function isCode(node: ts.Node): boolean {
  for (let above = node.parent; !ts.isSourceFile(above); above = above.parent) {
    if (ts.isImportDeclaration(above) || ts.isLiteralTypeNode(above) || ts.isElementAccessExpression(above))
      return true;
    if (ts.isBinaryExpression(above) || ts.isCaseClause(above) || ts.isCallExpression(above)) return true;
    if (ts.isTemplateSpan(above)) return true;
  }
  return false;
}

/** The literals of a word file that are a word or a name by themselves; a sentence ends in a stop. */
function labelsOf({ path, text }: Pick<WordFile, 'path' | 'text'>): Label[] {
  const found: Label[] = [];
  each(parse(path, text), (node) => {
    if (!ts.isStringLiteralLike(node) || isCode(node)) return;
    if (/\p{L}/u.test(node.text) && !/[.。?？…:：]\s*$/.test(node.text))
      found.push({ place: placeOf(node), text: node.text });
  });
  return found;
}

/** A label without what does not make it another one: case, the plural's s, what surrounds it. */
const bare = (label: string): string =>
  label
    .trim()
    .toLowerCase()
    .replace(/(?<=[a-z]{2})(?<!s)s$/, '');

/** One label written in more than one place; the glossary may name one thing and many. */
export function repeated(files: readonly WordFile[]): string[] {
  const isOfGlossary = ({ place }: Label): boolean => /^core\/i18n\/\w+\/things\.ts:/.test(place);
  const labels = files.flatMap(labelsOf);
  return [...Map.groupBy(labels, ({ text }) => bare(text))]
    .filter(([, same]) => same.length > 1 && !same.every(isOfGlossary))
    .map(([, same]) => `"${same[0]?.text}" stands in ${same.map(({ place }) => place).join(' and ')}`);
}

/** Not a language's own code, and not only a sign. */
const isSaid = (text: string): boolean => /\p{L}/u.test(text) && !/^(?:en|zh|zh-CN)$/.test(text);

/**
 * Sentences outside of the word files: Chinese in a literal, or a literal chosen by language. Characters of the documents that
 * people hand in are no sentences of ours.
 */
export function strays(path: string, text: string): string[] {
  const found: string[] = [];
  each(parse(path, text), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      if (/\p{Script=Han}/u.test(node.text)) found.push(`${placeOf(node)} says ${node.text.trim()}`);
    }
    if (!ts.isConditionalExpression(node) || !/locale|language/i.test(node.condition.getText())) return;
    for (const branch of [node.whenTrue, node.whenFalse])
      if (ts.isTemplateExpression(branch) || (ts.isStringLiteralLike(branch) && isSaid(branch.text)))
        found.push(`${placeOf(node)} chooses ${branch.getText()} by language`);
  });
  return found;
}
