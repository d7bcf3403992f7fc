import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { shortestPicture, withPictures } from "@/scripts/architecture-picture.mjs";
import { missingPaths } from "./doc-paths";

const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "README.md", "docs/*.md"], {
  encoding: "utf8",
})
  .trim()
  .split("\n");

test("every file a document names exists, and every link between documents leads somewhere", () => {
  const missing = documents.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => link);
    const broken = links.filter((link) => !existsSync(join(dirname(file), link)));
    return [...missingPaths(text), ...broken].map((path) => `${file}: ${path}`);
  });
  expect(missing).toEqual([]);
});

test("the table of where to find a rule names a file in every row", () => {
  const [, table = ""] = readFileSync("docs/architecture.md", "utf8").split("## Where to find a rule");
  const rows = table.split("\n").filter((line) => /^\| (?!question|-)/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => !/\?\s*\| .*`[^`]+`/.test(row))).toEqual([]);
});

test("the pictures of the architecture are those of the imports", () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  expect(text, "run `node scripts/architecture-picture.mjs`").toBe(withPictures(text));
});

test("the pictures leave out an arrow only where a longer way leads to the same place", () => {
  const arrows = new Map([
    ["a", new Set(["b", "c"])],
    ["b", new Set(["c"])],
    ["c", new Set<string>()],
  ]);
  expect(shortestPicture(arrows)).toEqual([
    ["a", "b"],
    ["b", "c"],
  ]);
});
