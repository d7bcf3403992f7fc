import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import type { RunFiles } from "@/modules/allocation/engine/files";
import { firstRow } from "@/modules/allocation/engine/read";

type Release = Readonly<{ allocationId: string; entryId: string }>;

// By its entry: a release that was reversed and made again is another one.
const keyOf = ({ allocationId, entryId }: Release, name: "shares" | "splits"): string =>
  `allocations/${allocationId}/private/reserve-${entryId}-${name}.parquet`;

/** Keeps what a release gave each contributor; nothing points at it unless its entry is committed. */
export async function keepReserveFiles(
  release: Release,
  files: Pick<RunFiles, "shares" | "splits">,
): Promise<void> {
  for (const name of ["shares", "splits"] as const)
    await storage().putFile(keyOf(release, name), files[name]);
}

/**
 * What a release paid a person for a name of theirs, in minor units: all of it when it was divided for somebody else's
 * works; else what is not co-authors', with the person's own part of their shared works.
 */
export async function reservePaidFor(
  of: Release & Readonly<{ name: string; personId: string }>,
): Promise<bigint> {
  const [shares, splits] = await Promise.all(
    (["shares", "splits"] as const).map((name) => storage().localPath(keyOf(of, name))),
  );
  const name = sqlText(of.name);
  const person = sqlText(of.personId);
  const { minor } = await withEngine((connection) =>
    firstRow(
      connection,
      `SELECT CASE WHEN s.person_id IS DISTINCT FROM ${person} THEN s.minor ELSE s.minor - s.split_minor + coalesce((
           SELECT sum(p.minor) FROM read_parquet(${sqlText(splits ?? "")}) p
           WHERE p.contributor = ${name} AND p.person_id = ${person}), 0) END AS minor
       FROM read_parquet(${sqlText(shares ?? "")}) s WHERE s.contributor = ${name}`,
    ),
  );
  return BigInt(minor ?? 0);
}
