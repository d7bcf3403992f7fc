import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "@/infra/db/postgres-embedded";
import { aFolder } from "./factories/folder";

/** Where the test runs as root, the newcomer is `nobody`: an ordinary user with a home of their own. */
const NEWCOMER: Readonly<{ uid?: number; gid?: number }> =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test("a newcomer's clone starts with one command: an ordinary user, an empty package cache, a path with a space", async () => {
  const folder = aFolder();
  chmodSync(folder, 0o755);
  const home = join(folder, "new comer");
  const clone = join(home, "remit");
  mkdirSync(home);
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", process.cwd(), clone]);
  expect(existsSync(join(clone, "node_modules"))).toBe(false);
  if (NEWCOMER.uid !== undefined) execFileSync("chown", ["-R", `${NEWCOMER.uid}:${NEWCOMER.gid}`, home]);
  const port = await freePort();
  const { PATH = "", LANG = "C.UTF-8" } = process.env;
  const start: ChildProcess = spawn("npm", ["start"], {
    ...NEWCOMER,
    cwd: clone,
    // Nothing of this machine's settings but the way to the package registry.
    env: {
      PATH,
      LANG,
      HOME: home,
      PORT: String(port),
      npm_config_cache: join(home, "npm-cache"),
      ...wayToRegistry(),
    } as unknown as NodeJS.ProcessEnv, // which Next wants to have a NODE_ENV
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [start.stdout, start.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(start, "exit") as Promise<[number | null]>;
  const stop = () => process.kill(-(start.pid ?? 0), "SIGINT");
  try {
    const running = () => said.includes(`Remit is running at http://localhost:${port}`);
    const gone = ended.then(([code]) => `ended with ${code}:\n${said}`);
    await expect
      .poll(() => running() || Promise.race([gone, Promise.resolve(false)]), {
        timeout: 840_000,
        interval: 500,
      })
      .toBe(true);
    const page = await fetch(`http://localhost:${port}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Remit");
    expect(said).toContain("Mara"); // whom to sign in as
    expect(readdirSync(join(clone, ".data"))).toContain("demo.json");
  } finally {
    stop();
  }
  await ended;
  expect(said).toContain("Stopping");
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
  // As its owner: git does not look into a stranger's repository.
  const changed = execFileSync("git", ["status", "--porcelain"], {
    cwd: clone,
    encoding: "utf8",
    ...NEWCOMER,
  });
  expect(changed).toBe("");
}, 900_000); // The packages come from the registry, at its speed.

/** How this machine reaches the package registry, where a proxy or a certificate of its own is between. */
function wayToRegistry(): Record<string, string> {
  const named = Object.entries(process.env).filter(
    ([name, value]) =>
      /^(npm_config_(registry|cafile)|(https?|no)_proxy|NODE_EXTRA_CA_CERTS)$/i.test(name) && value,
  );
  return Object.fromEntries(named as [string, string][]);
}
