import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import { grouped } from "@/kernel/grouped";

/*
 * What the books and the files of the world under test say, read without any code of the product: rows of the database by
 * SQL, Parquet files from the storage folder.
 */

export type Line = Readonly<{
  id: string;
  entry: string;
  no: bigint;
  cause: string;
  causeId: string;
  at: Date;
  month: string;
  /** Another entry has taken this one back. */
  reversed: boolean;
  account: string;
  holder: string;
  deal: string | null;
  currency: string;
  /** Debit above zero, credit below. */
  minor: bigint;
}>;

type Terms = Readonly<{
  grossMinor: bigint;
  contributorShareBps: number;
  operatorFeeBps: number;
  reserveBps: number;
}>;

export type Deal = Terms &
  Readonly<{
    id: string;
    platformId: string;
    licenseeId: string | null;
    state: string;
    version: number;
    currency: string;
    weighting: string;
    basis: string;
    fundedAt: Date | null;
    sealedAllocationId: string | null;
  }>;

export type Split = Readonly<{
  id: string;
  dealId: string;
  clearanceId: string;
  organisationId: string;
  dealVersion: number;
  whatIf: boolean;
  sealedAt: Date | null;
  postedAt: Date | null;
  currency: string;
  rules: Terms & Readonly<{ capBps: number | null }>;
  createdAt: Date;
}>;

export type Share = Readonly<{
  contributor: string;
  outcome: string;
  rows: bigint;
  tokens: bigint;
  weight: bigint;
  base: bigint;
  leftover: bigint;
  minor: bigint;
  split: bigint;
}>;
export type Part = Readonly<{
  contributor: string;
  workId: string;
  personId: string;
  shareBps: number;
  work: bigint;
  minor: bigint;
}>;
export type Verdict = Readonly<{
  contributor: string;
  verdict: string;
  reason: string;
  rows: bigint;
  tokens: bigint;
}>;
export type HandlePeriod = Readonly<{
  platformId: string;
  name: string;
  personId: string;
  from: Date;
  to: Date | null;
  disputed: boolean;
}>;

export class Facts {
  lines: readonly Line[] = [];
  deals: ReadonlyMap<string, Deal> = new Map();
  splits: ReadonlyMap<string, Split> = new Map();
  periods: readonly HandlePeriod[] = [];
  private readonly pool: pg.Pool;
  private readonly shareFiles = new Map<string, Promise<readonly Share[]>>();
  private readonly partFiles = new Map<string, Promise<readonly Part[]>>();
  private readonly verdictFiles = new Map<string, Promise<readonly Verdict[]>>();

  private readonly indexes = new Map<string, ReadonlyMap<string, readonly Line[]>>();

  private constructor(private readonly dataDir: string) {
    const { url } = JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8")) as { url: string };
    this.pool = new pg.Pool({ connectionString: url, max: 4 });
  }

  /** Reads the world as it is now: call it again after anything was done. */
  static async of(dataDir: string): Promise<Facts> {
    const facts = new Facts(dataDir);
    await facts.load();
    return facts;
  }

  /** The lines of one holder, deal, entry or account, in the order of a statement. */
  by(field: "holder" | "deal" | "entry" | "account" | "id", key: string): readonly Line[] {
    const index = this.indexes.get(field) ?? grouped(this.lines, (line) => line[field] ?? "");
    this.indexes.set(field, index);
    return index.get(key) ?? [];
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  async rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<readonly T[]> {
    return (await this.pool.query<T>(sql, values)).rows;
  }

  /** One whole number. */
  async count(sql: string, values: unknown[] = []): Promise<bigint> {
    const [row] = await this.rows<{ n: string | null }>(sql, values);
    return BigInt(row?.n ?? 0);
  }

  private async load(): Promise<void> {
    const [lines, deals, splits, periods] = await Promise.all([
      this.rows<Record<string, string> & { at: Date; reversed: boolean }>(
        `SELECT l.id::text, e.id AS entry, e.no::text, e.cause, e.cause_id AS "causeId", e.effective_at AS at,
           to_char(e.effective_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, l.account, l.holder, l.deal_id AS deal,
           l.currency, l.minor::text, EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id) AS reversed
         FROM line l JOIN entry e ON e.no = l.entry_no ORDER BY e.effective_at, l.id`,
      ),
      this.rows<Record<string, string>>(
        `SELECT id, platform_id AS "platformId", licensee_id AS "licenseeId", state, version, currency, weighting, basis,
           gross_minor::text AS "grossMinor", contributor_share_bps AS "contributorShareBps",
           operator_fee_bps AS "operatorFeeBps", reserve_bps AS "reserveBps", funded_at AS "fundedAt",
           sealed_allocation_id AS "sealedAllocationId" FROM deal`,
      ),
      this.rows<Record<string, string> & { rules: Omit<Split["rules"], "grossMinor"> }>(
        `SELECT id, deal_id AS "dealId", clearance_id AS "clearanceId", organisation_id AS "organisationId",
           deal_version AS "dealVersion", what_if AS "whatIf", sealed_at AS "sealedAt", posted_at AS "postedAt", currency,
           gross_minor::text AS gross, rules, created_at AS "createdAt" FROM allocation WHERE state = 'succeeded'`,
      ),
      this.rows<HandlePeriod>(
        `SELECT platform_id AS "platformId", name, person_id AS "personId", verified_at AS from, ended_at AS to, disputed
         FROM works_verified_handle_view`,
      ),
    ]);
    this.lines = lines.map(
      (line) => ({ ...line, no: BigInt(line.no ?? 0), minor: BigInt(line.minor ?? 0) }) as unknown as Line,
    );
    this.deals = new Map(
      deals.map((deal) => [
        String(deal.id),
        { ...deal, grossMinor: BigInt(deal.grossMinor ?? 0) } as unknown as Deal,
      ]),
    );
    this.splits = new Map(
      splits.map(({ gross, rules, ...split }) => [
        String(split.id),
        { ...split, rules: { ...rules, grossMinor: BigInt(gross ?? 0) } } as unknown as Split,
      ]),
    );
    this.periods = periods;
  }

  /** What everybody gets by a split, from its own file. */
  shares(splitId: string): Promise<readonly Share[]> {
    return kept(this.shareFiles, splitId, async () => {
      const rows = await this.parquet("allocation", "shares_key", splitId);
      return rows.map((row) => ({
        contributor: String(row.contributor),
        outcome: String(row.outcome),
        rows: whole(row.rows),
        tokens: whole(row.tokens),
        weight: whole(row.weight),
        base: whole(row.base_minor),
        leftover: whole(row.leftover),
        minor: whole(row.minor),
        split: whole(row.split_minor),
      }));
    });
  }

  /** How works of several authors divide what they earned in a split. */
  parts(splitId: string): Promise<readonly Part[]> {
    return kept(this.partFiles, splitId, async () => {
      const rows = await this.parquet("allocation", "splits_key", splitId);
      return rows.map((row) => ({
        contributor: String(row.contributor),
        workId: String(row.work_id),
        personId: String(row.person_id),
        shareBps: Number(row.share_bps),
        work: whole(row.work_minor),
        minor: whole(row.minor),
      }));
    });
  }

  /** What a clearance said of each contributor's rows. */
  verdicts(clearanceId: string): Promise<readonly Verdict[]> {
    return kept(this.verdictFiles, clearanceId, async () => {
      const rows = await this.parquet("clearance", "verdicts_key", clearanceId);
      return rows.map((row) => ({
        contributor: String(row.contributor ?? ""),
        verdict: String(row.verdict),
        reason: String(row.reason),
        rows: whole(row.rows),
        tokens: whole(row.tokens),
      }));
    });
  }

  /** The rows of a manifest that are nobody's to answer for: no longer live, or without a name. */
  async nobodysRows(manifestId: string): Promise<readonly Verdict[]> {
    const [manifest] = await this.rows<{ key: string | null }>(
      "SELECT accepted_key AS key FROM manifest WHERE id = $1",
      [manifestId],
    );
    if (!manifest?.key) return [];
    const rows = await this.query(`
      SELECT CASE status WHEN 'live' THEN 'unmatched' ELSE 'item_' || status END AS reason, count(*) AS n, sum(tokens) AS tokens
        FROM read_parquet('${this.pathOf(manifest.key)}') WHERE status <> 'live' OR contributor IS NULL GROUP BY 1`);
    return rows.map((row) => ({
      ...{ contributor: "", verdict: "refused", reason: String(row.reason) },
      ...{ rows: whole(row.n), tokens: whole(row.tokens) },
    }));
  }

  private async parquet(
    table: string,
    column: string,
    id: string,
  ): Promise<readonly Record<string, unknown>[]> {
    const [row] = await this.rows<{ key: string | null }>(
      `SELECT ${column} AS key FROM ${table} WHERE id = $1`,
      [id],
    );
    if (!row?.key) return [];
    return this.query(`SELECT * FROM read_parquet('${this.pathOf(row.key)}')`);
  }

  /** Where the world keeps a file of its storage. */
  pathOf(key: string): string {
    return join(this.dataDir, "storage", key);
  }

  /** Rows of files, by DuckDB. */
  async query(sql: string): Promise<readonly Record<string, unknown>[]> {
    const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    try {
      return (await connection.runAndReadAll(sql)).getRowObjectsJson();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }
}

const whole = (value: unknown): bigint => BigInt(String(value ?? 0).replace(/\.0*$/, ""));

async function kept<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key) ?? make();
  cache.set(key, known);
  return known;
}

export const sum = <T>(of: Iterable<T>, value: (one: T) => bigint): bigint => {
  let total = 0n;
  for (const one of of) total += value(one);
  return total;
};
