import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startPostgres } from "./postgres-embedded";

const dir = mkdtempSync(join(tmpdir(), "remit embedded ")); // a path with spaces, on purpose
chmodSync(dir, 0o755);
const dataDir = join(dir, "data", "postgres");
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test("a start that was killed outright is repaired by the next, and nothing committed is lost", async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(join(process.cwd(), "infra/db/postgres-embedded.ts"))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, password: "pw" });
    console.log(server.url("postgres"));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  await query(line.toString().trim(), "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");
  child.kill("SIGKILL"); // The server itself goes on: nobody told it anything.
  await once(child, "exit");

  const server = await startPostgres({ dataDir, password: "pw" });
  expect(await query(server.url("postgres"), "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  await server.stop();

  const again = await startPostgres({ dataDir, password: "pw" }); // And after a clean stop it simply starts.
  expect(await query(again.url("postgres"), "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  await again.stop();
  await again.stop();
});

test("a supervised server that is killed comes back on its port, with everything that was committed", async () => {
  const said: unknown[] = [];
  const supervise = { died: (how: string) => said.push(how), gone: (failure: unknown) => said.push(failure) };
  const server = await startPostgres({ dataDir, password: "pw", supervise });
  const url = server.url("postgres");
  await query(url, "CREATE TABLE survived (n int); INSERT INTO survived VALUES (7)");
  const killed = server.pid() ?? 0;
  process.kill(killed, "SIGKILL");
  await expect
    .poll(() => query(url, "SELECT n FROM survived").catch(() => "down"), { timeout: 30_000 })
    .toEqual([{ n: 7 }]);
  await expect.poll(() => server.pid()).not.toBe(killed);
  await server.stop();
  await expect(query(url, "SELECT 1")).rejects.toThrow(); // A server that was stopped stays down.
  expect(said).toEqual(["SIGKILL"]);
});

test("a supervised server that cannot come back says so", async () => {
  const failed = new Promise((resolve) => {
    const supervise = { died: () => {}, gone: resolve };
    void startPostgres({ dataDir, password: "pw", supervise }).then((server) => {
      rmSync(join(dataDir, "PG_VERSION"));
      process.kill(server.pid() ?? 0, "SIGKILL");
    });
  });
  expect(String(await failed)).toContain("PostgreSQL did not start");
});
