// Builds the web application when its sources changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./install.mjs";

const SOURCES = [
  "app",
  "modules",
  "infra",
  "kernel",
  "ui",
  "letters",
  "messages",
  "public",
  "prisma/schema",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

function digest() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) visit(join(path, name));
    else if (!/\.test\.tsx?$/.test(path)) hash.update(path).update(readFileSync(full));
  };
  for (const source of SOURCES) visit(source);
  return hash.digest("hex");
}

/** Returns true when it built, false when the build at hand was current. */
export function buildIfNeeded(distDir = ".next") {
  const stampFile = join(root, distDir, "remit-sources");
  const wanted = digest();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return false;
  const run = spawnSync(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", REMIT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (run.status !== 0)
    throw new Error(`the web application could not be built:\n${run.stdout}\n${run.stderr}`);
  writeFileSync(stampFile, wanted);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfNeeded();
