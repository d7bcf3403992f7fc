import { createHash } from "node:crypto";

/**
 * Marks statements on partitioned tables, which PostgreSQL plans at each run: one plan for all partitions costs more than
 * that.
 */
export const PLAN_EACH_TIME = "/* plan each time */";

const WORTH_IT = 3;
const AT_MOST = 300;
const seen = new Map<string, number | string>();

/**
 * The name under which a connection caches the planned statement, because planning is most of a small read's cost; undefined
 * for statements that are planned each time. Connections never drop a name, so only repeated statements get one, up to a
 * maximum. `SELECT *` gets none: a migration may add columns.
 */
export function statementName(text: string): string | undefined {
  const known = seen.get(text);
  if (typeof known === "string") return known;
  if (known === undefined && (seen.size >= AT_MOST || !canBeKept(text))) return undefined;
  const times = (known ?? 0) + 1;
  const name = times < WORTH_IT ? undefined : createHash("sha256").update(text).digest("hex").slice(0, 32);
  seen.set(text, name ?? times);
  return name;
}

const canBeKept = (text: string): boolean =>
  /^\s*(select|with)\b/i.test(text) &&
  !/\bselect\s+(\w+\.)?\*(?!\s+from\s+\()/i.test(text) &&
  !text.includes(PLAN_EACH_TIME);
