import { db } from "./db/db";

/** What one check looked at and what was wrong; a fault is a sentence that names the thing. */
export type CheckResult = Readonly<{
  checked: bigint;
  faults: readonly string[];
  /** The number of all items, where the check was limited to the newest. */
  outOf?: bigint;
}>;

/** How far a check goes. `reruns`: of what is computed again, only the newest so many; undefined: all. */
export type CheckLimits = Readonly<{ reruns?: number | undefined }>;

/** One fact that must hold on a live database. `invariant` is its number in the list of the domain, where it has one. */
export type Check = Readonly<{
  name: string;
  /** What was counted, in words: "entries", "manifests". */
  of: string;
  invariant?: number;
  run(limits?: CheckLimits): Promise<CheckResult>;
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

/**
 * A check that computes things again, one after the other, newest first: `newest` finds them, `rerun` says what came out
 * different. One that cannot be computed at all is a fault of its own, and the others are still looked at.
 */
export function rerunCheck<T extends { id: string }>(check: {
  name: string;
  of: string;
  thing: string;
  newest(): Promise<readonly T[]>;
  rerun(thing: T): Promise<readonly string[]>;
}): Check {
  const { name, of } = check;
  return {
    name,
    of,
    invariant: 4,
    async run({ reruns } = {}) {
      const all = await check.newest();
      const some = all.slice(0, reruns);
      const faults: string[] = [];
      for (const thing of some) {
        const found = await check
          .rerun(thing)
          .catch((error: unknown) => [`cannot be run again: ${reason(error)}`]);
        faults.push(...found.map((fault) => `${check.thing} ${thing.id}: ${fault}`));
      }
      return { checked: BigInt(some.length), faults, outOf: BigInt(all.length) };
    },
  };
}

/** The words of whatever was thrown. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
