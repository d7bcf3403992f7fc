/** Rewrites 0001_init from the schema; only until the first release, after which migrations only go forward. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";

const dir = "prisma/migrations";
rmSync(`${dir}/0001_init`, { recursive: true, force: true });
rmSync(`${dir}/last-schema.prisma`, { force: true });
const parked = readdirSync(dir).filter((name) => /^\d{4}_/.test(name));
execFileSync(process.execPath, ["--import", "tsx", "prisma/diff.ts", "init"], { stdio: "pipe" });
const made = readdirSync(dir).find((name) => /^\d{4}_init$/.test(name) && !parked.includes(name));
mkdirSync(dir, { recursive: true });
if (made !== undefined && made !== "0001_init") renameSync(`${dir}/${made}`, `${dir}/0001_init`);
execFileSync(process.execPath, ["scripts/generate.mjs"], { stdio: "inherit" });
