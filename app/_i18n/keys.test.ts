import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "@/messages/catalogue";
import { catalogueOf } from "@/messages/catalogues";

const MAKERS = new Set(["getTranslations", "useTranslations"]);
const METHODS = new Set(["rich", "markup", "raw", "has"]);

/** The namespace a call of one of next-intl's makers names, looking through `await`; null when it is not one or not literal. */
function namespaceOf(expression: ts.Expression | undefined): string | null {
  if (expression === undefined) return null;
  if (ts.isAwaitExpression(expression)) return namespaceOf(expression.expression);
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) return null;
  if (!MAKERS.has(expression.expression.text)) return null;
  const [first] = expression.arguments;
  return first === undefined ? "" : ts.isStringLiteral(first) ? first.text : null;
}

/** The elements of `[a, b]` or of `await Promise.all([a, b])`. */
function elementsOf(expression: ts.Expression | undefined): readonly ts.Expression[] {
  if (expression === undefined) return [];
  if (ts.isAwaitExpression(expression)) return elementsOf(expression.expression);
  if (ts.isArrayLiteralExpression(expression)) return expression.elements;
  if (ts.isCallExpression(expression) && expression.expression.getText().endsWith("Promise.all"))
    return elementsOf(expression.arguments[0]);
  return [];
}

/** Every literal key a file asks for, with the namespaces its function may stand for there. */
function keysIn(file: string): { key: string; line: number; namespaces: ReadonlySet<string> }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const names = new Map<string, Set<string>>();
  const bind = (name: ts.BindingName, namespace: string | null) => {
    if (namespace === null || !ts.isIdentifier(name)) return;
    names.set(name.text, (names.get(name.text) ?? new Set()).add(namespace));
  };
  const asked: { name: string; key: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      bind(node.name, namespaceOf(node.initializer));
      if (ts.isArrayBindingPattern(node.name)) {
        const values = elementsOf(node.initializer);
        node.name.elements.forEach((element, at) => {
          if (ts.isBindingElement(element)) bind(element.name, namespaceOf(values[at]));
        });
      }
    }
    if (ts.isCallExpression(node)) {
      const { expression: called, arguments: given } = node;
      const name = ts.isIdentifier(called)
        ? called.text
        : ts.isPropertyAccessExpression(called) &&
            ts.isIdentifier(called.expression) &&
            METHODS.has(called.name.text)
          ? called.expression.text
          : null;
      const [key] = given;
      if (name !== null && key !== undefined && ts.isStringLiteral(key))
        asked.push({ name, key: key.text, line: source.getLineAndCharacterOfPosition(key.pos).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return asked.flatMap(({ name, key, line }) => {
    const namespaces = names.get(name);
    return namespaces === undefined ? [] : [{ key, line, namespaces }];
  });
}

function isMessage(path: string): boolean {
  let at: Catalogue | string | undefined = catalogueOf("en") as Catalogue;
  for (const part of path.split(".")) {
    if (at === undefined || typeof at === "string") return false;
    at = at[part];
  }
  return at !== undefined;
}

describe("the keys in the sources", () => {
  const files = ["app", "ui", "letters", "jobs"]
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const asked = files.flatMap((file) => keysIn(file).map((one) => ({ file, ...one })));

  test("are found", () => {
    expect(asked.length).toBeGreaterThan(500);
  });

  test("are in the catalogue", () => {
    const missing = asked
      .filter(
        ({ key, namespaces }) => ![...namespaces].some((ns) => isMessage(ns === "" ? key : `${ns}.${key}`)),
      )
      .map(({ file, line, key, namespaces }) => `${file}:${line} ${[...namespaces].join(" or ")}.${key}`);
    expect(missing).toEqual([]);
  });
});
