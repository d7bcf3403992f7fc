/**
 * The royalty run, end to end, compared with its floor: `npm run bench -- bench/royalty-run.ts --rows 1000000,10000000`. With
 * `--home` ten people read the creator home during the run; they share the machine, so take the ratio from a run without it.
 * A world of 10^9 rows needs 60 GB of disk in REMIT_BENCH_DIR.
 */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Measured, measure } from "./royalty-measure";

const argument = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const home = process.argv.includes("--home");

/** Each size in a process and a session of its own, as the worker is: peak memory and priority are then that run's. */
async function inItsOwnProcess(rows: string): Promise<Measured> {
  const run = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(import.meta.url), "--one", rows, ...(home ? ["--home"] : [])],
    { stdio: ["ignore", "pipe", "inherit"], detached: process.platform !== "win32" },
  );
  const stop = () => run.kill("SIGINT");
  process.once("SIGINT", stop);
  const line = (await text(run.stdout)).split("\n").find((printed) => printed.startsWith("{"));
  process.off("SIGINT", stop);
  if (line === undefined) throw new Error(`the run over ${rows} rows failed`);
  return JSON.parse(line) as Measured;
}

/*
 * Bars:
 * - 10^8 rows: at most 2.5 times the floor, at most 2 GB of memory, and no more time per row than at 10^7;
 * - 10^9 rows (20 million contributors): at most 4 GiB, and no more time per row than at 10^8;
 * - the creator home during a run: 300 ms for 95 of 100 looks.
 */
function print(measured: readonly Measured[]): void {
  const names = [...new Set(measured.flatMap((one) => Object.keys(one.seconds)))];
  const cells = (label: string, pick: (one: Measured) => string) =>
    `| ${label.padEnd(34)} | ${measured.map((one) => pick(one).padStart(13)).join(" | ")} |`;
  const seconds = (value: number | undefined) => (value === undefined ? "" : `${value.toFixed(2)} s`);
  const ms = (value: number | undefined) => (value === undefined ? "–" : `${Math.round(value)} ms`);
  const total = (one: Measured) => one.endToEnd;
  const ratio = (one: Measured) =>
    one.floorGroupBy === null ? "no floor" : (total(one) / (one.floorGroupBy + one.floorCopy)).toFixed(2);
  process.stdout.write(
    `${[
      cells("rows", (one) => Number(one.rows).toLocaleString("en")),
      `|${"-".repeat(36)}|${measured.map(() => "--------------:").join("|")}|`,
      cells("contributors paid", (one) => Number(one.paid).toLocaleString("en")),
      ...names.map((name) => cells(name, (one) => seconds(one.seconds[name]))),
      cells("making of the world, before the run", (one) => seconds(one.world)),
      cells("end to end", (one) => seconds(total(one))),
      cells("floor: GROUP BY contributor", (one) =>
        one.floorGroupBy === null ? "out of memory" : seconds(one.floorGroupBy),
      ),
      cells("floor: COPY of as many lines", (one) => seconds(one.floorCopy)),
      cells("ratio to the floor (bar 2.50)", ratio),
      cells("nanoseconds a row", (one) => ((total(one) / Number(one.rows)) * 1e9).toFixed(0)),
      cells("peak memory of the worker", (one) => `${Math.round(one.peakRss / 2 ** 20)} MiB`),
      cells("creator home, p50 (ten people)", (one) => ms(one.home?.p50)),
      cells("creator home, p95 (bar 300 ms)", (one) => ms(one.home?.p95)),
      cells("lines posted", (one) => Number(one.lines).toLocaleString("en")),
      cells("digest", (one) => one.digest.slice(0, 12)),
    ].join("\n")}\n`,
  );
}

const one = argument("one");
if (one !== undefined) {
  process.stdout.write(`${JSON.stringify(await measure(BigInt(one), { home }))}\n`);
  process.exit(0);
}
const sizes = (argument("rows") ?? "1000000,10000000,100000000").split(",");
const results: Measured[] = [];
for (const rows of sizes) {
  results.push(await inItsOwnProcess(rows.trim()));
  print(results);
}
