import { db } from "./db";

/** What one check looked at and what was wrong; a fault is a sentence that names the thing. */
export type CheckResult = Readonly<{ checked: bigint; faults: readonly string[] }>;

/** One fact that must hold on a live database. `invariant` is its number in the list of the domain, where it has one. */
export type Check = Readonly<{
  name: string;
  /** What was counted, in words: "entries", "manifests". */
  of: string;
  invariant?: number;
  run(): Promise<CheckResult>;
}>;

const FAULTS_SHOWN = 20;

/**
 * A check that is two questions to the database: `counted` gives `n`, how many things were looked at; `faults` gives
 * `fault`, one sentence for each that is wrong. Nothing is changed; the first twenty faults are named.
 */
export function sqlCheck(check: {
  name: string;
  of: string;
  invariant?: number;
  counted: string;
  faults: string;
}): Check {
  const { name, of, invariant } = check;
  return {
    name,
    of,
    ...(invariant === undefined ? {} : { invariant }),
    async run() {
      const counted = await db.pool.query<{ n: string }>(check.counted);
      const found = await db.pool.query<{ fault: string }>(`${check.faults} LIMIT ${FAULTS_SHOWN}`);
      return { checked: BigInt(counted.rows[0]?.n ?? 0), faults: found.rows.map(({ fault }) => fault) };
    },
  };
}
