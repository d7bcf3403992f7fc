import { spawn } from "node:child_process";
import { freePort } from "@/infra/db/postgres-embedded";
import { buildIfNeeded } from "../scripts/build.mjs";

/** The production web process over the database of this process's environment, answering when this returns. */
export async function startWeb(): Promise<Readonly<{ url: string; stop(): void }>> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  buildIfNeeded();
  const web = spawn(process.execPath, ["scripts/web.mjs", "-p", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
    detached: process.platform !== "win32", // a session of its own, as npm start gives it: see infra/work/priority.ts
    env: { ...process.env, REMIT_URL: url, NODE_ENV: "production" },
  });
  for (let attempt = 0; attempt < 240; attempt++) {
    const answer = await fetch(`${url}/api/v1/health`).catch(() => null);
    if (answer?.ok === true) return { url, stop: () => void web.kill("SIGTERM") };
    await new Promise((done) => setTimeout(done, 250));
  }
  web.kill("SIGTERM");
  throw new Error("the web process did not answer within a minute");
}
