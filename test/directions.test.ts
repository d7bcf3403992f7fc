import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The import rules are only worth something if they catch what they forbid: one planted violation of each. */
const PLANTED: readonly (readonly [rule: string, from: string, to: string])[] = [
  ["kernel-imports-nothing", "kernel/a.ts", "infra/target.ts"],
  ["kernel-imports-nothing", "kernel/b.ts", "zod"],
  ["domain-is-pure", "modules/deals/domain/a.ts", "infra/target.ts"],
  ["domain-is-pure", "modules/deals/domain/b.ts", "zod"],
  ["domain-is-pure", "modules/deals/domain/c.ts", "modules/deals/schema/deal.ts"],
  ["schema-is-isomorphic", "modules/deals/schema/deal.ts", "infra/target.ts"],
  ["schema-is-isomorphic", "modules/parties/schema.ts", "infra/target.ts"],
  ["schema-is-isomorphic", "modules/parties/key-schema.ts", "modules/parties/queries.ts"],
  ["repository-is-private", "app/a.ts", "modules/deals/repository.ts"],
  ["repository-is-private", "jobs/a.ts", "modules/deals/repository/rows.ts"],
  ["repository-is-private-between-capabilities", "modules/manifests/a.ts", "modules/deals/repository.ts"],
  ["modules-never-see-next", "modules/deals/a.ts", "next/server"],
  ["modules-never-see-next", "modules/deals/b.ts", "ui/target.ts"],
  ["infra-knows-no-capability", "infra/a.ts", "modules/deals/schema/deal.ts"],
  ["prisma-stays-in-repositories", "modules/deals/c.ts", "pg"],
  ["prisma-stays-in-repositories", "app/_web/a.ts", "prisma/generated/client.ts"],
  ["pages-go-through-web", "app/b.ts", "infra/target.ts"],
  ["pages-go-through-web", "app/c.ts", "modules/deals/domain/target.ts"],
  ["client-imports-are-few", "app/d.client.tsx", "modules/deals/queries.ts"],
  ["messages-are-words", "messages/a.ts", "modules/deals/queries.ts"],
  ["letters-know-no-page", "letters/a.ts", "app/target.ts"],
  ["letters-know-no-page", "letters/b.ts", "infra/target.ts"],
  ["worker-knows-no-page", "jobs/b.ts", "app/target.ts"],
  ["modules-never-see-next", "modules/deals/e.ts", "letters/target.ts"],
  ["infra-knows-no-capability", "infra/b.ts", "letters/target.ts"],
  ["ui-is-dumb", "ui/a.tsx", "modules/deals/schema/deal.ts"],
  ["client-imports-are-few", "app/e.client.tsx", "modules/deals/schemata.ts"],
  ["cli-speaks-http", "cli/a.ts", "infra/target.ts"],
  ["cli-speaks-http", "cli/b.ts", "modules/deals/queries.ts"],
  ["nothing-imports-an-entry", "modules/deals/d.ts", "jobs/target.ts"],
  ["parties-depends-only-on-its-row", "modules/parties/a.ts", "modules/deals/queries.ts"],
  ["parties-depends-only-on-its-row", "modules/parties/b.ts", "modules/identity/target.ts"],
  ["identity-depends-only-on-its-row", "modules/identity/a.ts", "modules/deals/queries.ts"],
  ["handles-depends-only-on-its-row", "modules/handles/a.ts", "modules/works/target.ts"],
  ["audit-depends-only-on-its-row", "modules/audit/a.ts", "modules/parties/queries.ts"],
  ["ledger-depends-only-on-its-row", "modules/ledger/a.ts", "modules/parties/queries.ts"],
  ["deals-has-doors", "modules/manifests/b.ts", "modules/deals/platform/target.ts"],
  ["handles-has-doors", "modules/works/b.ts", "modules/handles/target.ts"],
  ["capability-is-declared", "modules/surprise/a.ts", "kernel/target.ts"],
  ["no-cycles", "ui/round.ts", "ui/trip.ts"],
];
const TARGETS = [
  "infra/target.ts",
  "kernel/target.ts",
  "ui/target.ts",
  "jobs/target.ts",
  "app/target.ts",
  "letters/target.ts",
  "modules/deals/repository.ts",
  "modules/deals/repository/rows.ts",
  "modules/deals/queries.ts",
  "modules/deals/schemata.ts",
  "modules/parties/queries.ts",
  "modules/identity/target.ts",
  "modules/works/target.ts",
  "modules/deals/domain/target.ts",
  "modules/deals/platform/target.ts",
  "modules/handles/target.ts",
  "prisma/generated/client.ts",
];

let world = "";
let violations: { from: string; to: string; rule: { name: string } }[] = [];

beforeAll(() => {
  world = mkdtempSync(join(tmpdir(), "remit-directions-"));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(world, file)), { recursive: true });
    writeFileSync(join(world, file), text);
  };
  for (const file of [
    ".dependency-cruiser.cjs",
    "tsconfig.json",
    "modules/depends-on.json",
    "modules/doors.json",
  ]) {
    mkdirSync(dirname(join(world, file)), { recursive: true });
    cpSync(file, join(world, file));
  }
  write("ui/trip.ts", 'import * as target from "@/ui/round";\nexport const back = target;\n');
  for (const name of ["zod", "pg", "next"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};\n");
    write(`node_modules/${name}/server.js`, "module.exports = {};\n");
  }
  // TypeScript itself must be found, or the cruiser reads no TypeScript and sees nothing wrong.
  symlinkSync(resolve("node_modules/typescript"), join(world, "node_modules/typescript"), "junction");
  for (const file of TARGETS) write(file, "export type Target = 1;\n");
  for (const [, from, to] of PLANTED) {
    const name = to.includes(".") ? `@/${to.replace(/\.tsx?$/, "")}` : to;
    write(from, `import * as target from "${name}";\nexport const use = target;\n`);
  }
  const args = [
    resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    "app",
    "modules",
    "kernel",
    "infra",
    "ui",
    "jobs",
    "letters",
    "messages",
    "cli",
  ];
  let output = "";
  try {
    output = execFileSync(process.execPath, args, {
      cwd: world,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout; // It exits with the number of violations.
  }
  violations = JSON.parse(output).summary.violations;
}, 60_000);

afterAll(() => rmSync(world, { recursive: true, force: true }));

test.each(PLANTED)("%s catches %s → %s", (rule, from) => {
  expect(
    violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name),
  ).toContain(rule);
});
