/**
 * `npm run db:diff -- <name>` writes the SQL between the last migrated and the edited schema to
 * prisma/migrations/<number>_<name>/migration.sql. The last schema is stored there too, so no database is needed. `--empty`
 * makes a migration for hand-written SQL (triggers, checks).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const migrationsDir = "prisma/migrations";
const lastFile = join(migrationsDir, "last-schema.prisma");
const schemaDir = "prisma/schema";

type Engine = { diff(params: object): Promise<{ stdout: string | null }>; free(): void };

async function openEngine(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasmFile = require
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  // The engine insists on a connection even to compare two texts; this one answers every question with no rows.
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  const connection = {
    provider: "postgres",
    adapterName: "none",
    queryRaw: async ({ sql }: { sql: string }) => {
      if (process.env.DEBUG) console.error(sql);
      return { columnNames: [], columnTypes: [], rows: [] };
    },
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
    startTransaction: async () => {
      throw new Error("no transactions here");
    },
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
  };
  const factory = {
    provider: "postgres",
    adapterName: "none",
    connect: async () => connection,
    connectToShadowDb: async () => connection,
  };
  const adapter = bindMigrationAwareSqlAdapterFactory(factory as never);
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter) as Promise<Engine>;
}

function currentSchema(): string {
  return readdirSync(schemaDir)
    .sort()
    .map((file) => readFileSync(join(schemaDir, file), "utf8"))
    .join("\n");
}

const target = (schema: string) => ({
  tag: "schemaDatamodel",
  files: [{ path: "schema.prisma", content: schema }],
});

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const name = args.find((arg) => !arg.startsWith("--"));
  if (name === undefined || !/^[a-z0-9_]+$/.test(name))
    throw new Error("usage: npm run db:diff -- <name_in_snake_case> [--empty]");
  const existing = existsSync(migrationsDir)
    ? readdirSync(migrationsDir).filter((entry) => /^\d{4}_/.test(entry))
    : [];
  const dir = join(migrationsDir, `${String(existing.length + 1).padStart(4, "0")}_${name}`);
  const schema = currentSchema();
  let sql = "-- Why this migration exists, and what holds before and after it:\n";
  if (!args.includes("--empty")) {
    const engine = await openEngine();
    const from = existsSync(lastFile) ? target(readFileSync(lastFile, "utf8")) : { tag: "empty" };
    const filters = { externalTables: [], externalEnums: [] };
    const result = await engine.diff({ from, to: target(schema), script: true, exitCode: null, filters });
    sql = result.stdout ?? "";
    writeFileSync(lastFile, schema);
  }
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "migration.sql"), sql);
  console.log(`${dir}/migration.sql`);
}

await main();
