/**
 * Words that nobody says: keys of the English word files, whose type every other language has, that no source reads.
 *
 * Where a table has a type that names its keys (one text for each refusal, act or state), the compiler holds it to that type
 * and the whole of it is read by index; only the keys that a word file makes up itself can be forgotten.
 */
import ts from 'typescript';
import { languageOf } from './files.ts';
import type { Product } from './program.ts';

export function unusedWords({ checker, files }: Product): string[] {
  const used = new Set<ts.Node>();
  const use = (symbol: ts.Symbol | undefined): void => symbol?.declarations?.forEach((node) => used.add(node));
  const useAll = (type: ts.Type): void => {
    if (!isOfWords(type)) return;
    for (const property of type.getProperties()) {
      use(property);
      useAll(checker.getTypeOfSymbol(property));
    }
  };

  const keys = [...files].flatMap(([path, file]) => (languageOf(path) === 'en' ? ownKeys(path, file, checker) : []));
  const names = new Set(keys.map(({ key }) => key.name?.getText()));
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isPropertyAccessExpression(node) && names.has(node.name.text)) use(checker.getSymbolAtLocation(node.name));
    if (ts.isObjectBindingPattern(node) && node.elements.some((element) => names.has(keyOf(element)))) {
      const type = checker.getTypeAtLocation(node);
      for (const element of node.elements) use(type.getProperty(keyOf(element)));
    }
    if (ts.isElementAccessExpression(node)) {
      const type = checker.getTypeAtLocation(node.expression);
      const chosen = literals(checker.getTypeAtLocation(node.argumentExpression));
      if (chosen === null) useAll(type);
      else for (const name of chosen) use(type.getProperty(name));
    }
    if (leaves(node, checker)) useAll(checker.getTypeAtLocation(node));
    ts.forEachChild(node, look);
  };
  for (const file of files.values()) look(file);
  return keys.filter(({ key }) => !used.has(key)).map(({ path, key }) => `${path}:${lineOf(key)} ${pathOf(key)}`);
}

const keyOf = ({ propertyName, name }: ts.BindingElement): string => (propertyName ?? name).getText();

/** The keys that an index may be, or null where it may be any. */
function literals(type: ts.Type): string[] | null {
  const members = type.isUnion() ? type.types : [type];
  return members.every((member) => member.isStringLiteral()) ? members.map(({ value }) => value) : null;
}

/** An object that a word file wrote down without naming its type. */
const isOfWords = (type: ts.Type): boolean =>
  type.symbol?.declarations?.some(
    (node) => ts.isObjectLiteralExpression(node) && languageOf(node.getSourceFile().fileName) !== null,
  ) ?? false;

/** Whether words go on as something else than words: from there on nobody can tell which of them are read. */
function leaves(node: ts.Node, checker: ts.TypeChecker): node is ts.Expression {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
  if (!isHandedOn(node)) return false;
  const type = checker.getTypeAtLocation(node);
  if (!isOfWords(type)) return false;
  const expected = checker.getContextualType(node);
  return expected !== undefined && expected.symbol !== type.symbol;
}

/** An argument, an answer, a value: not what is only looked into, called or taken apart. */
function isHandedOn(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression !== node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  return (
    ts.isReturnStatement(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isAsExpression(parent) ||
    (ts.isVariableDeclaration(parent) && parent.type !== undefined)
  );
}

interface WrittenKey {
  readonly path: string;
  readonly key: ts.ObjectLiteralElementLike;
}

/** The keys of a word file in objects that nothing but themselves gives a type, without those that only hold others. */
function ownKeys(path: string, file: ts.SourceFile, checker: ts.TypeChecker): WrittenKey[] {
  const keys: ts.ObjectLiteralElementLike[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isObjectLiteralExpression(node)) {
      if (checker.getContextualType(node) !== undefined) return;
      keys.push(
        ...node.properties.filter(
          (key) => !ts.isPropertyAssignment(key) || !ts.isObjectLiteralExpression(key.initializer),
        ),
      );
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return keys.filter((key) => !ts.isSpreadAssignment(key)).map((key) => ({ path, key }));
}

const lineOf = (node: ts.Node): number => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** `mails.title` */
function pathOf(node: ts.ObjectLiteralElementLike): string {
  const names: string[] = [];
  for (let above: ts.Node = node; !ts.isSourceFile(above); above = above.parent)
    if ((ts.isObjectLiteralElementLike(above) || ts.isVariableDeclaration(above)) && above.name !== undefined)
      names.unshift(above.name.getText());
  return names.slice(1).join('.');
}
