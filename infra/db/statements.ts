import { createHash } from "node:crypto";

/** In the text of a statement on a partitioned table: a plan for every partition at once costs more than planning anew. */
export const PLAN_EACH_TIME = "/* plan each time */";

const WORTH_IT = 3;
const AT_MOST = 300;
const seen = new Map<string, number | string>();

/**
 * The name under which a connection keeps the parsed and planned statement, or undefined for one that is planned each
 * time: planning is most of what a small read costs. Only what comes again gets a name, and only so many do, since a
 * connection never lets go of one. `SELECT *` gets none: a column added by a migration would change what it answers.
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
