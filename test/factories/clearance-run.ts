import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import type { JobHandle } from "@/infra/work/job-run";
import { divide } from "@/modules/allocation/engine/divide";
import { makeLines } from "@/modules/allocation/engine/lines";
import { decide, type FrozenFiles, tally, writeVerdicts } from "@/modules/clearance/engine/decide";
import { rollUp } from "@/modules/clearance/engine/roll-up";
import { evaluate } from "@/modules/consent/domain/evaluate";
import { recognisedBy, tellingOf } from "@/modules/consent/domain/narrower";
import { answerAsked } from "@/modules/consent/snapshot/answers";
import { namesOf, REQUEST, type Row, readWorld, type World } from "./clearance-world";

const job = { progress: async () => {} } as unknown as JobHandle;
type Run = Readonly<{ connection: DuckDBConnection; dir: string }>;
type Cell = string | bigint | null;
const value = (v: Cell) => (v === null ? "NULL" : typeof v === "bigint" ? String(v) : sqlText(v));

async function write(
  { connection, dir }: Run,
  name: string,
  columns: string,
  rows: readonly (readonly Cell[])[],
) {
  const path = join(dir, `${name}.parquet`);
  await connection.run(`CREATE OR REPLACE TABLE w (${columns})`);
  if (rows.length > 0)
    await connection.run(
      `INSERT INTO w VALUES ${rows.map((cells) => `(${cells.map(value).join(", ")})`).join(", ")}`,
    );
  await connection.run(`COPY w TO ${sqlText(path)} (FORMAT parquet); DROP TABLE w`);
  return path;
}

/** A contributor's general answer; cy has not proved the handle, so nobody answers for it. */
export function generalOf(world: World, name: string) {
  const { specials, layer } = readWorld(world);
  return generalIn({ specials, layer }, name);
}

type Read = Pick<ReturnType<typeof readWorld>, "specials" | "layer">;

function generalIn({ specials, layer }: Read, name: string) {
  const special = specials.get(name);
  if (special === undefined || name.startsWith("cy")) return null;
  const layers = [
    layer({ kind: "handle", handleId: special.handle }, special.hv ?? "", special.hc),
    layer({ kind: "person" }, special.pv ?? "", special.pc),
  ].flatMap((one) => one ?? []);
  const choice = special.cid === null ? null : { id: special.cid, choice: "object" as const };
  const { verdict, reason, decidedBy, floorMicros } = evaluate(layers, REQUEST, choice);
  return { verdict, reason, termsVersionId: decidedBy?.versionId ?? null, floorMicros };
}

async function freezeWorld(run: Run, world: World): Promise<FrozenFiles> {
  const { specials, layer } = readWorld(world);
  const names = namesOf(world);
  const generals = new Map(names.map((name) => [name, generalIn({ specials, layer }, name)]));
  const told = names
    .filter((name) => generals.get(name) != null)
    .flatMap((name) => {
      const special = specials.get(name);
      return special === undefined ? [] : [{ name, ...tellingOf(special, REQUEST, layer) }];
    });
  const recognised = told.flatMap(({ name, recognised }) =>
    recognised.map(({ kind, value: of, scope }) => [name, kind, of, scope]),
  );
  const decisions = names.flatMap((name) => {
    const said = generals.get(name) ?? null;
    return said === null
      ? []
      : [[name, `per_${name}`, said.verdict, said.reason, said.termsVersionId, said.floorMicros, "false"]];
  });
  const voices = await write(
    run,
    "voices",
    "contributor VARCHAR, voices VARCHAR",
    told.map(({ name, voices }) => [name, JSON.stringify(voices)]),
  );
  const shared = sharedWorks(world);
  return {
    decisions: await write(
      run,
      "decisions",
      "contributor VARCHAR, person_id VARCHAR, verdict VARCHAR, reason VARCHAR, terms_version_id VARCHAR, floor_micros BIGINT, disputed BOOLEAN",
      decisions,
    ),
    scopes: await write(
      run,
      "scopes",
      "contributor VARCHAR, match_kind VARCHAR, match_value VARCHAR, scope VARCHAR",
      recognised,
    ),
    scopesCount: BigInt(recognised.length),
    sharedWorks: await write(
      run,
      "shared",
      "work_id VARCHAR, person_id VARCHAR, share_bps BIGINT, match_kind VARCHAR, match_value VARCHAR",
      shared.map((m) => [m.workId, `per_${m.contributor}`, 5_000n, m.matchKind, m.matchValue]),
    ),
    sharedWorksCount: BigInt(shared.length),
    answer: (of) => answerAsked(of, voices, REQUEST, { fetch: async () => {}, layer }),
  };
}

export function sharedWorks(world: World) {
  return world.works.flatMap(({ authors, identifiers }, i) =>
    authors.length < 2
      ? []
      : authors.flatMap((contributor) =>
          [...identifiers, { scheme: "work_id", value: `wrk_${i}` }].map(({ scheme, value: of }) => {
            const { kind, value: matchValue } = recognisedBy(scheme, of);
            return { workId: `wrk_${i}`, contributor, matchKind: kind, matchValue };
          }),
        ),
  );
}

export type Group = Readonly<{ rows: bigint; tokens: bigint }>;

/** What the engine makes of the rows: by contributor, verdict, reason, floor and shared work; and by verdict and reason. */
export const decideRows = (world: World, rows: readonly Row[], workColumn: string | null = null) =>
  inAFolder(async (run) => verdictsOf(run, world, rows, workColumn));

/** The same, and what each contributor gets of 1,000.00. */
export const decideAndDivide = (world: World, rows: readonly Row[]) =>
  inAFolder(async (run) => ({
    ...(await verdictsOf(run, world, rows, null)),
    shares: await sharesOf(run),
  }));

let engine: Promise<DuckDBConnection> | undefined;
let runs = 0;

/** One engine for all runs of a process, and a database of its own for each: starting an engine takes longer than a small run. */
async function inAFolder<T>(work: (run: Run) => Promise<T>): Promise<T> {
  engine ??= DuckDBInstance.create(":memory:", { threads: "1" }).then((instance) => instance.connect());
  const connection = await engine;
  const name = `run_${++runs}`;
  const dir = mkdtempSync(join(tmpdir(), "remit-decide-"));
  await connection.run(`ATTACH ':memory:' AS ${name}; USE ${name}`);
  try {
    return await work({ connection, dir });
  } finally {
    await connection.run(`USE memory; DETACH ${name}`);
    rmSync(dir, { recursive: true, force: true });
  }
}

async function verdictsOf(run: Run, world: World, rows: readonly Row[], workColumn: string | null) {
  const { connection } = run;
  const accepted = await write(
    run,
    "accepted",
    "line BIGINT, contributor VARCHAR, url VARCHAR, content_id VARCHAR, tokens BIGINT, score BIGINT, quality_ppm BIGINT, work_id VARCHAR, status VARCHAR",
    rows.map((r, i) => [
      ...[BigInt(i), r.contributor, r.url, r.contentId, r.tokens],
      ...[r.tokens % 7n, null, r.workId, r.status],
    ]),
  );
  const files = await freezeWorld(run, world);
  const contributors = BigInt(new Set(rows.flatMap((row) => row.contributor ?? [])).size);
  const counted = { accepted: BigInt(rows.length), contributors };
  await rollUp({ connection, accepted, counted, weighting: "score_log", memory: 2n ** 30n, job });
  await decide(connection, files, { accepted, workColumn, weighting: "score_log" });
  const reader = await connection.runAndReadAll(
    "SELECT contributor, verdict, reason, floor_micros, work_id, rows::BIGINT AS rows, tokens::BIGINT AS tokens, weight::VARCHAR AS weight FROM verdict",
  );
  const groups = new Map<string, Group>();
  let weight = 0n;
  for (const g of reader.getRowObjects()) {
    const told = [g.contributor, g.verdict, reasonTold(g), g.floor_micros, g.work_id].map(String).join(" ");
    addTo(groups, told, { rows: g.rows as bigint, tokens: g.tokens as bigint });
    weight += BigInt(String(g.weight));
  }
  return { groups, weight, reasons: await tally(connection) };
}

/** What 1,000.00 comes to for everybody who is cleared, by contributor. */
async function sharesOf({ connection, dir }: Run): Promise<ReadonlyMap<string, bigint>> {
  const verdicts = join(dir, "verdicts.parquet");
  await writeVerdicts(connection, verdicts);
  await makeLines(connection, { verdicts, included: ["cleared"], weighting: "score_log", secret: SECRET });
  const rules = { distributableMinor: 100_000n, decimals: 2, capBps: null, inputDigest: "of a test" };
  await divide(connection, rules);
  const reader = await connection.runAndReadAll("SELECT contributor, minor::BIGINT AS minor FROM share");
  return new Map(reader.getRowObjects().map((row) => [String(row.contributor), row.minor as bigint]));
}

const SECRET = new Uint8Array(16);

/** A narrower scope that is silent leaves the row to wider terms: the same silence, told in other words. */
export const reasonTold = (of: Readonly<Record<string, unknown>>) =>
  of.verdict === "unset" ? "" : String(of.reason);

export function addTo(groups: Map<string, Group>, key: string, { rows, tokens }: Group) {
  const known = groups.get(key) ?? { rows: 0n, tokens: 0n };
  groups.set(key, { rows: known.rows + rows, tokens: known.tokens + tokens });
}
