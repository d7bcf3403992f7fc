import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
  .trim()
  .split("\n");
const folders = new Set(tracked.filter((file) => file.includes("/")).map((file) => file.split("/", 1)[0]));

/**
 * The paths of this repository that a text names in code marks and that do not exist. A path starts with one of our
 * folders or ends like a source file; `<language>` and `*` in it stand for any name.
 */
export function missingPaths(text: string): readonly string[] {
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = ""]) => path);
  return named.filter((path) => isPath(path) && !exists(path));
}

function isPath(text: string): boolean {
  if (text.startsWith("/") || text.includes("://")) return false;
  if (!text.includes("/")) return /^[\w-]+\.(ts|mjs|cjs)$/.test(text);
  return folders.has(text.split("/", 1)[0] ?? "") || /\.(tsx?|mjs|css|md|sql|prisma)$/.test(text);
}

function exists(path: string): boolean {
  if (!/[<*]/.test(path)) return existsSync(path);
  const parts = path.split(/<[^>]*>|\*/).map((part) => part.replaceAll(/[.()[\]$+?^{}|\\]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join("[^/]+")}(/|$)`);
  return tracked.some((file) => pattern.test(file));
}
