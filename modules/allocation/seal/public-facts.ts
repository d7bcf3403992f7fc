import { findAllocations } from "../repository/allocation";
import { type SealedShareRow, sealedShareRows } from "../repository/public";
import { TotalsShape } from "../schema/allocation";

/** What the register shows of a sealed allocation: counts and digests, nothing of any contributor. */
export type SealedFacts = Readonly<{
  allocationId: string;
  dealId: string;
  contributors: bigint;
  rows: bigint;
  tokens: bigint;
  digest: string | null;
  inputDigest: string | null;
}>;

/** Sealed allocations by id; what is not sealed is absent. Asks for no rights: these facts are public. */
export async function sealedFactsOf(ids: readonly string[]): Promise<ReadonlyMap<string, SealedFacts>> {
  const rows = (await findAllocations(ids)).filter((row) => row.sealedAt !== null);
  return new Map(
    rows.map((row) => {
      const totals = row.totals === null ? null : TotalsShape.parse(row.totals);
      return [
        row.id,
        {
          allocationId: row.id,
          dealId: row.dealId,
          contributors: row.contributors ?? 0n,
          rows: BigInt(totals?.rows ?? 0),
          tokens: BigInt(totals?.tokens ?? 0),
          digest: row.digest,
          inputDigest: row.inputDigest,
        },
      ];
    }),
  );
}

/** Sealed lines of these seats, of all owners. The caller, a look-up, decides how much of them it shows. */
export async function sealedSharesOf(
  seats: readonly Readonly<{ platformId: string; name: string }>[],
): Promise<readonly SealedShareRow[]> {
  return sealedShareRows(seats);
}
