import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Rules about the code itself that no import graph can see. Each failure names its places, so that they can be fixed. */
const DEPENDS_ON = JSON.parse(readFileSync("modules/depends-on.json", "utf8")) as Record<string, string[]>;
const files = execFileSync(
  "git",
  ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs", "*.js"],
  { encoding: "utf8" },
)
  .trim()
  .split("\n")
  .filter((file) => existsSync(file) && !file.startsWith("prisma/generated/"));
const sources = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));

function breaking(rule: (file: string, text: string) => boolean): string[] {
  return sources.filter(({ file, text }) => rule(file, text)).map(({ file }) => file);
}

test("there are files to look at", () => expect(files.length).toBeGreaterThan(50));

test("every file fits in a head: 300 lines at most", () => {
  expect(breaking((_, text) => text.split("\n").length > 301)).toEqual([]);
});

test("every capability is declared", () => {
  expect(
    breaking((file) => {
      const capability = /^modules\/([^/]+)\//.exec(file)?.[1];
      return capability !== undefined && !(capability in DEPENDS_ON);
    }),
  ).toEqual([]);
});

test("every capability uses each of those it may use", () => {
  const arrows = Object.entries(DEPENDS_ON).flatMap(([from, tos]) => tos.map((to) => ({ from, to })));
  const used = ({ from, to }: { from: string; to: string }) =>
    sources.some(
      ({ file, text }) =>
        file.startsWith(`modules/${from}/`) && !file.includes(".test.") && text.includes(`"@/modules/${to}/`),
    );
  expect(arrows.filter((arrow) => !used(arrow)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test("every door of a capability is a file that another capability imports", () => {
  const doors = Object.values(JSON.parse(readFileSync("modules/doors.json", "utf8")) as string[][]).flat();
  const used = (door: string) => {
    const own = door.split("/", 2).join("/");
    return sources.some(
      ({ file, text }) =>
        file.startsWith("modules/") &&
        !file.startsWith(`${own}/`) &&
        !file.includes(".test.") &&
        text.includes(`"@/${door.replace(/\.ts$/, "")}"`),
    );
  };
  expect(doors.filter((door) => !files.includes(door) || !used(door))).toEqual([]);
});

/** Folders that have more entries than fit in a head, and how many they may have: only ever fewer. */
const CROWDED: Readonly<Record<string, number>> = {
  modules: 21,
};

test("every folder fits in a head: 14 entries at most", () => {
  const entries = new Map<string, Set<string>>();
  for (const file of files.filter((path) => /^(modules|infra|ui|letters|app\/_[^/]+)\//.test(path))) {
    const parts = file.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ""));
    }
  }
  entries.delete("app");
  const tooMany = [...entries].filter(([folder, { size }]) => size > (CROWDED[folder] ?? 14));
  expect(tooMany.map(([folder, { size }]) => `${folder}: ${size}`)).toEqual([]);
});

test("an action looks whether it was sent a form before it reads one", () => {
  const FORM_ACTION = /export async function \w+\([^)]*\bFormData\b[^)]*\)[^{]*\{\n([^\n]*)/g;
  expect(
    breaking(
      (_, text) =>
        text.startsWith('"use server"') &&
        [...text.matchAll(FORM_ACTION)].some(([, first]) => !first?.includes("formOf(sent)")),
    ),
  ).toEqual([]);
});

test("an action takes forms, what it was bound to, or anything: never a shape that only its page keeps to", () => {
  const TAKEN = /^(_\w*\??: .+|sent\??: FormData|\w+: unknown|\w+: Bound<.+>)$/s;
  const takenOf = (parameters: string) =>
    parameters.split(/,\s*(?=\w+\??:|\{|$)/).filter((one) => one.trim() !== "");
  const others = sources
    .filter(({ text }) => text.startsWith('"use server"'))
    .flatMap(({ file, text }) => [
      ...[...text.matchAll(/^export (?!async function |type )/gm)].map(() => `${file} exports another thing`),
      ...[...text.matchAll(/^export async function (\w+)\(([^)]*)\)/gm)].flatMap(([, name, all = ""]) =>
        takenOf(all)
          .filter((one) => !TAKEN.test(one.trim()))
          .map((one) => `${file} ${name}(${one.trim()})`),
      ),
    ]);
  expect(others).toEqual([]);
});

test("client code says so in its name, and server actions live in actions.ts", () => {
  expect(
    breaking(
      (file, text) =>
        /^\s*["']use client["']/.test(text) &&
        !/\.client\.tsx?$/.test(file) &&
        !file.startsWith("ui/") &&
        !/(^|\/)(error|global-error)\.tsx$/.test(file),
    ),
  ).toEqual([]);
  expect(
    breaking((file, text) => /^\s*["']use server["']/m.test(text) && !/(^|\/)actions\.ts$/.test(file)),
  ).toEqual([]);
});

test("domain code takes time, chance and settings as arguments", () => {
  const impure =
    /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bfetch\(|\bcrypto\.(getRandomValues|randomUUID)/;
  expect(
    breaking(
      (file, text) => /^modules\/[^/]+\/domain\//.test(file) && !file.includes(".test.") && impure.test(text),
    ),
  ).toEqual([]);
});

test("nothing is skipped without a printed reason, and nothing is left to be the only test", () => {
  expect(
    breaking((file, text) => /\.test\.tsx?$|\.e2e\.ts$/.test(file) && /\.(only|todo)\(/.test(text)),
  ).toEqual([]);
});

test("no test sleeps: it waits for what it needs (test/factories/waiting.ts, expect.poll)", () => {
  const sleep = /waitForTimeout\(|new Promise\S*\(\((\w+)\) => (void )?setTimeout\(\1\b/;
  expect(breaking((file, text) => /\.test\.tsx?$|^(test|e2e)\//.test(file) && sleep.test(text))).toEqual([]);
});

test("raw SQL is only built by repositories, infra, jobs and benches", () => {
  const allowed =
    /^(infra|jobs|bench|test|prisma|scripts|e2e)\/|^modules\/[^/]+\/(repository|doctor|engine|([a-z-]+\/)*[a-z-]*\.db\.test)/;
  expect(
    breaking(
      (file, text) =>
        file.startsWith("modules/") && !allowed.test(file) && /\$(queryRaw|executeRaw)/.test(text),
    ),
  ).toEqual([]);
});
