import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ExportedVerb, exportedVerbs } from "./all-verbs";

/** The names that test files import: a factory or a journey that calls a verb on its way says nothing about its refusals. */
const imported = new Set(
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.test.ts", "*.test.tsx"], {
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .filter((file) => existsSync(file))
    .flatMap((file) => importsOf(readFileSync(file, "utf8"))),
);

const sayWhatToDo = ({ verb, file, exportedAs }: ExportedVerb) =>
  `${verb.spec.name}: no test imports ${exportedAs} of ${file}. Write ${file.replace(/\.ts$/, ".db.test.ts")} (or add to a test next to it): ` +
  "a right value, each refusal with its code, another party's data as NOT_FOUND, and for a command what it writes.";

test("every verb is named by a test", async () => {
  const verbs = await exportedVerbs();
  expect(verbs.length).toBeGreaterThan(150);
  expect(verbs.filter(({ exportedAs }) => !imported.has(exportedAs)).map(sayWhatToDo)).toEqual([]);
});

test("an import is found however it is written, and nothing else counts as one", () => {
  const text = [
    'import { first, type Second, third as other } from "./a";',
    'import whole, {\n  fourth,\n} from "./b";',
    "// import { fifth } was here",
    'expect(sixth).toBe("import { seventh }");',
  ].join("\n");
  expect(importsOf(text)).toEqual(["first", "third", "fourth"]);
});

/** The names in the braces of a file's imports, as they are exported; types are none. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/^import (?:\w+, )?\{([^}]*)\} from "/gm)].flatMap(([, names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim().split(" as ")[0] ?? "")
      .filter((name) => name !== "" && !name.startsWith("type ")),
  );
}
