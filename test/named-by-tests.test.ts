import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { type ExportedVerb, exportedVerbs } from "./all-verbs";

type Imported = Readonly<{ name: string; from: string }>;
const filesOf = (...patterns: string[]) =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", ...patterns], { encoding: "utf8" })
    .trim()
    .split("\n")
    .filter((file) => existsSync(file));

/** What test files import. A factory or a journey that calls a verb on its way says nothing about its refusals. */
const imported = filesOf("*.test.ts", "*.test.tsx").flatMap((file) =>
  importsOf(file, readFileSync(file, "utf8")),
);
const WHAT =
  "a right value, each refusal with its code, another party's data as NOT_FOUND, and what it writes into the database.";
const besides = (file: string) => file.replace(/\.ts$/, ".db.test.ts");

test("every verb is named by a test", async () => {
  const verbs = await exportedVerbs();
  expect(verbs.length).toBeGreaterThan(150);
  const names = new Set(imported.map(({ name }) => name));
  const say = ({ verb, file, exportedAs }: ExportedVerb) =>
    `${verb.spec.name}: no test imports ${exportedAs} of ${file}. Write ${besides(file)}, or add to a test next to it: ${WHAT}`;
  expect(verbs.filter(({ exportedAs }) => !names.has(exportedAs)).map(say)).toEqual([]);
});

test("every server action is named by a test", () => {
  const actions = filesOf("app/**/actions.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export async function (\w+)/gm)].map(([, name = ""]) => ({
      file,
      name,
    })),
  );
  expect(actions.length).toBeGreaterThan(80);
  const known = new Set(imported.map(({ name, from }) => `${from}.ts ${name}`));
  const say = ({ file, name }: (typeof actions)[number]) =>
    `${name}: no test imports it from ${file}. Write ${besides(file)} (test/factories/browser.ts sends forms): ${WHAT}`;
  expect(actions.filter(({ file, name }) => !known.has(`${file} ${name}`)).map(say)).toEqual([]);
});

test("an import is found however it is written, and nothing else counts as one", () => {
  const text = [
    'import { first, type Second, third as other } from "./a";',
    'import whole, {\n  fourth,\n} from "@/modules/b";',
    'import { fifth } from "../(c)/[d]/actions";',
    "// import { sixth } was here",
    'expect(seventh).toBe("import { eighth }");',
  ].join("\n");
  expect(importsOf("app/x/y.test.ts", text)).toEqual([
    { name: "first", from: "app/x/a" },
    { name: "third", from: "app/x/a" },
    { name: "fourth", from: "modules/b" },
    { name: "fifth", from: "app/(c)/[d]/actions" },
  ]);
});

/** The names in the braces of a file's imports, as they are exported, and the file they come from; types are none. */
function importsOf(file: string, text: string): Imported[] {
  return [...text.matchAll(/^import (?:\w+, )?\{([^}]*)\} from "([^"]+)"/gm)].flatMap(
    ([, names = "", specifier = ""]) => {
      const from = specifier.startsWith(".")
        ? posix.join(posix.dirname(file), specifier)
        : specifier.replace(/^@\//, "");
      return names
        .split(",")
        .map((name) => name.trim().split(" as ")[0] ?? "")
        .filter((name) => name !== "" && !name.startsWith("type "))
        .map((name) => ({ name, from }));
    },
  );
}
