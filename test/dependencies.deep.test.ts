import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = Readonly<{ version?: string; license?: string; dev?: boolean }>;

/** Licences whose terms we meet by shipping packages as they are. Another one is read before it is added here. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC-BY-4.0", // caniuse-lite: a table of browsers, used while building
  "EPL-2.0", // elkjs: unchanged
  "ISC",
  "LGPL-3.0-or-later", // libvips, which sharp links to as a library of its own
  "MIT",
  "MIT-0",
  "MPL-2.0", // lightningcss: unchanged, used while building
  "OFL-1.1", // the typefaces
  "Python-2.0",
  "Unlicense",
]);
/** Packages that name no licence in their manifest; their licence file says MIT. */
const UNNAMED = new Set(["combine-errors"]);

test("every package that ships has a licence we know", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  expect(shipped.length).toBeGreaterThan(300);
  const unknown = shipped.flatMap(([path, { license }]) => {
    const name = path.split("node_modules/").at(-1) ?? path;
    const parts = license?.replace(/[()]/g, "").split(/\s+(?:and|or)\s+/i) ?? [];
    const isKnown = parts.length > 0 ? parts.every((part) => ALLOWED.has(part)) : UNNAMED.has(name);
    return isKnown ? [] : [`${name}: ${license ?? "none"}`];
  });
  expect(unknown).toEqual([]);
});

test("no package that ships has a known vulnerability of high severity", (context) => {
  const run = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    timeout: 120_000,
  });
  const report = JSON.parse(run.stdout || "{}") as {
    metadata?: { vulnerabilities: Readonly<Record<string, number>> };
    vulnerabilities?: Readonly<Record<string, { severity: string }>>;
  };
  if (report.metadata === undefined) {
    process.stderr.write("skipped: npm audit, because the package registry does not answer it here\n");
    context.skip("the package registry does not answer npm audit here");
  }
  const serious = Object.entries(report.vulnerabilities ?? {})
    .filter(([, { severity }]) => severity === "high" || severity === "critical")
    .map(([name, { severity }]) => `${name}: ${severity}`);
  expect(serious).toEqual([]);
}, 150_000);
