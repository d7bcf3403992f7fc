import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

/** Which capability a table, or a model of the Prisma client, belongs to: the one whose schema file defines it. */
const owners = new Map<string, string>();
for (const file of readdirSync("prisma/schema")) {
  const text = readFileSync(`prisma/schema/${file}`, "utf8");
  for (const [, table = ""] of text.matchAll(/@@map\("(\w+)"\)/g))
    owners.set(table, basename(file, ".prisma"));
  for (const [, model = ""] of text.matchAll(/^model (\w+)/gm))
    owners.set(`prisma.${model[0]?.toLowerCase()}${model.slice(1)}`, basename(file, ".prisma"));
}

/** The tables and models that a text reads or writes, each once. DuckDB has tables of its own in the files of an engine/ folder. */
function tablesIn(text: string): readonly string[] {
  const sql = [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+"?(\w+)"?/g)].map(([, table = ""]) => table);
  const models = [...text.matchAll(/\b(prisma\.\w+)\b/g)].map(([, model = ""]) => model);
  return [...new Set([...sql, ...models])].filter((name) => owners.has(name));
}

/** The tables of others in a file of a capability. Tables of infra are everybody's: jobs, events, limits, kept answers. */
const foreign = (file: string, text: string): readonly string[] => {
  const capability = file.split("/")[1] ?? "";
  const own = new Set([capability, "infra"]);
  return tablesIn(text).filter((name) => !own.has(owners.get(name) ?? ""));
};

/** next-auth's adapter reads and updates people as its users; it wants rows of Prisma. */
const ADAPTER = "modules/identity/repository/auth-store.ts";

test("a capability reads the tables of another one through that one's views alone", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "modules"], {
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("/engine/"));
  const found = files.flatMap((file) =>
    foreign(file, readFileSync(file, "utf8")).map((table) => `${file}: ${table}`),
  );
  expect(found, "add a view to a migration (0212_views), or call the capability").toEqual([
    `${ADAPTER}: prisma.person`,
  ]);
});

test("a table of another capability is found, in SQL and in calls of Prisma", () => {
  const file = "modules/deals/repository/deal.ts";
  expect(foreign(file, "SELECT * FROM deal d JOIN person p ON true")).toEqual(["person"]);
  expect(foreign(file, "await tx.prisma.clearance.findMany()")).toEqual(["prisma.clearance"]);
  expect(foreign(file, "UPDATE job_run SET state = 'failed'")).toEqual([]);
  expect(foreign(file, "SELECT * FROM parties_person_view")).toEqual([]);
});
