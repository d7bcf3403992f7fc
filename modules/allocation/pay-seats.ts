import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tx } from "@/infra/db";
import { authorHolder, personHolder } from "@/modules/ledger/domain/chart";
import { authorSeats } from "@/modules/works/contributors";
import { dividePending, PENDING_AUTHOR } from "./domain/splits";
import { type SplitRow, splitRows } from "./engine/split-rows";

/**
 * Table `seat_part(account, holder, minor)`: what shared works earned for authors who had not accepted when the deal was
 * cleared. Who has accepted since is paid; for the others it is held under their seat. An acceptance after this question
 * and before the commit is moved on by the ledger itself.
 */
export async function paySeats(
  tx: Tx,
  connection: DuckDBConnection,
  run: { allocationId: string; splits: string },
): Promise<void> {
  await connection.run("CREATE OR REPLACE TABLE seat_part (account VARCHAR, holder VARCHAR, minor BIGINT)");
  const splits = await splitRows(connection, run.allocationId, run.splits);
  const pending = splits.filter((split) => split.personId === PENDING_AUTHOR && split.minor > 0n);
  if (pending.length === 0) return;
  const seats = await authorSeats([...new Set(pending.map((split) => split.workId))], tx);
  const seatsOf = grouped(seats, (seat) => seat.workId);
  const splitsOf = grouped(splits, partOf);
  const appender = await connection.createAppender("seat_part");
  for (const split of pending) {
    const paid = (splitsOf.get(partOf(split)) ?? []).map(({ personId }) => personId);
    const part = { minor: split.minor, bps: split.shareBps };
    for (const { seat, minor } of dividePending(part, seatsOf.get(split.workId) ?? [], paid)) {
      if (minor === 0n) continue;
      appender.appendVarchar(seat.acceptedBy === null ? "held" : "payable");
      appender.appendVarchar(
        seat.acceptedBy === null ? authorHolder(seat.authorId) : personHolder(seat.acceptedBy),
      );
      appender.appendBigInt(minor);
      appender.endRow();
    }
  }
  appender.closeSync();
}

const partOf = ({ contributor, workId }: SplitRow): string => `${workId} ${contributor}`;

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
