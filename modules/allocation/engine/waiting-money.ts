import type { DuckDBConnection } from "@duckdb/node-api";
import { firstRow } from "./read";
import { assertFound } from "./splits/found";

/** Of what is paid: what waits for somebody. Amounts in minor units, as text. */
export type WaitingMoney = Readonly<{
  /** For handles nobody has proved. */
  unclaimedMinor: string;
  unclaimedContributors: string;
  /** For disputed handles, and for co-authors who have not accepted yet. */
  heldMinor: string;
}>;

/** As the run froze who holds what; the posting asks again. A disputed share is held whole, its authors' parts with it. */
export async function waitingMoney(connection: DuckDBConnection): Promise<WaitingMoney> {
  await assertFound(connection, "split", "share");
  const row = await firstRow(
    connection,
    `SELECT coalesce(sum(minor) FILTER (WHERE person_id IS NULL AND NOT disputed), 0) AS unclaimed,
       count(*) FILTER (WHERE person_id IS NULL AND NOT disputed AND minor > 0) AS unclaimed_n,
       coalesce(sum(minor) FILTER (WHERE disputed), 0) +
         (SELECT coalesce(sum(p.minor), 0) FROM split p JOIN share s USING (contributor)
          WHERE p.person_id = '~pending' AND NOT s.disputed) AS held FROM share`,
  );
  return {
    unclaimedMinor: row.unclaimed ?? "0",
    unclaimedContributors: row.unclaimed_n ?? "0",
    heldMinor: row.held ?? "0",
  };
}
