import type { Facts } from "./facts";
import type { Rule, Rules } from "./rule";

type Keys = Readonly<{ accepted: string | null; rejected: string | null }>;

/** A number of a manifest, counted in the files that its check left. */
const counted =
  (accepted: string | null, rejected: string | null = null): Rule =>
  async (facts, [id]) => {
    const [keys] = await facts.rows<Keys>(
      "SELECT accepted_key AS accepted, rejected_key AS rejected FROM manifest WHERE id = $1",
      [id],
    );
    const of = async (key: string | null | undefined, sql: string | null) =>
      key && sql ? count(facts, `SELECT ${sql} AS n FROM read_parquet('${facts.pathOf(key)}')`) : 0n;
    return (await of(keys?.accepted, accepted)) + (await of(keys?.rejected, rejected));
  };

const count = async (facts: Facts, sql: string): Promise<bigint> =>
  BigInt(String((await facts.query(sql))[0]?.n ?? 0));

export const FILE_RULES: Rules = {
  "manifest.accepted": counted("count(*)"),
  "manifest.rejected": counted(null, "count(DISTINCT line)"),
  "manifest.received": counted("count(*)", "count(DISTINCT line)"),
  "manifest.contributors": counted("count(DISTINCT contributor)"),
  "manifest.tokens": counted("sum(tokens)"),
  "manifest.rejected_for": async (facts, [id, reason]) =>
    facts.count(
      reason === ""
        ? "SELECT sum(value::bigint)::text AS n FROM manifest, jsonb_each_text(reasons) WHERE id = $1"
        : "SELECT reasons->>$2 AS n FROM manifest WHERE id = $1",
      reason === "" ? [id] : [id, reason],
    ),
  "manifest.note": (facts, [id, note]) =>
    facts.count("SELECT notes->$2->>'count' AS n FROM manifest WHERE id = $1", [id, note]),
  "job.rows": (facts, [id]) =>
    facts.count(
      `SELECT greatest(rows_done, (SELECT max(COALESCE((step->>'rowsTotal')::bigint, (step->>'rowsDone')::bigint, 0))
         FROM jsonb_array_elements(phases) step))::text AS n FROM job_run WHERE id = $1`,
      [id],
    ),
  // The smallest amount that is paid out, as docs/rules states it.
  "limit.payout_minimum": (_, [currency]) => MINIMUM[currency ?? ""] ?? -1n,
};

const MINIMUM: Readonly<Record<string, bigint>> = {
  ...{ USD: 1_000n, EUR: 1_000n, GBP: 1_000n, CHF: 1_000n, SEK: 10_000n, NOK: 10_000n, DKK: 7_000n },
  ...{ PLN: 4_000n, CAD: 1_500n, AUD: 1_500n, JPY: 1_500n, KRW: 15_000n, KWD: 3_000n },
};
