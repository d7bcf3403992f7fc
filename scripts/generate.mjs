// Generates the Prisma client. The Prisma CLI wants a schema-engine binary it never uses for this; any existing
// executable named in PRISMA_SCHEMA_ENGINE_BINARY keeps it from trying to download one.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const schemaDir = join(root, "prisma/schema");
const stampFile = join(root, "prisma/generated/.stamp");

function stamp() {
  const hash = createHash("sha256").update(readFileSync(join(root, "node_modules/prisma/package.json")));
  for (const name of readdirSync(schemaDir).sort())
    hash.update(name).update(readFileSync(join(schemaDir, name)));
  return hash.digest("hex");
}

/** Generates only when the schema changed since the last time. */
export function generate() {
  const wanted = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  const run = spawnSync(process.execPath, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
    cwd: root,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}\n${run.stderr}`);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
