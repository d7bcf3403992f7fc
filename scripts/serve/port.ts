import { createServer } from "node:net";
import { createInterface } from "node:readline/promises";

/** The wanted port if it is free; else says so and offers the next free one (asked at a terminal, printed elsewhere). */
export async function choosePort(wanted: string | undefined): Promise<number> {
  const port = Number(wanted ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT must be a number from 1 to 65535, not "${wanted}".`);
  if (await isFree(port)) return port;
  const other = await nextFree(port + 1);
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(`Port ${port} is in use. Start on port ${other} instead? [Y/n] `);
    terminal.close();
    if (!/^n/i.test(answer.trim())) return other;
  }
  console.error(`Port ${port} is in use. Another one is free: PORT=${other} npm start`);
  process.exit(1);
}

async function nextFree(from: number): Promise<number> {
  for (let port = from; port < from + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No free port between ${from} and ${from + 99}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });
}
