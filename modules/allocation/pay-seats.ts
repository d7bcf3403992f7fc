import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tx } from "@/infra/db";
import { closedPeople } from "@/modules/ledger/close-person";
import { authorHolder, personHolder } from "@/modules/ledger/domain/chart";
import { authorSeats } from "@/modules/works/contributors";
import { dividePending, PENDING_AUTHOR } from "./domain/splits";
import { type SplitRow, splitRows } from "./engine/split-rows";

/**
 * Table `seat_part(account, holder, minor)`: what shared works earned for authors who had not accepted when the deal was
 * cleared. Who has accepted since is paid; for the others it is held under their seat. An acceptance after this question
 * and before the commit is moved on by the ledger itself. Table `left_seat(work_id, person_id, holder)`: the seats of
 * co-authors who have left since the deal was cleared; their part is held there.
 */
export async function paySeats(
  tx: Tx,
  connection: DuckDBConnection,
  run: { allocationId: string; splits: string },
): Promise<void> {
  await connection.run("CREATE OR REPLACE TABLE seat_part (account VARCHAR, holder VARCHAR, minor BIGINT)");
  await connection.run(
    "CREATE OR REPLACE TABLE left_seat (work_id VARCHAR, person_id VARCHAR, holder VARCHAR)",
  );
  const splits = await splitRows(connection, run.allocationId, run.splits);
  await layLeftSeats(tx, connection, splits);
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
      const payee = seat.left ? null : seat.acceptedBy;
      appender.appendVarchar(payee === null ? "held" : "payable");
      appender.appendVarchar(payee === null ? authorHolder(seat.authorId) : personHolder(payee));
      appender.appendBigInt(minor);
      appender.endRow();
    }
  }
  appender.closeSync();
}

async function layLeftSeats(
  tx: Tx,
  connection: DuckDBConnection,
  splits: readonly SplitRow[],
): Promise<void> {
  const people = [...new Set(splits.map(({ personId }) => personId))].filter((id) => id !== PENDING_AUTHOR);
  const gone = await closedPeople(tx, people);
  if (gone.size === 0) return;
  const workIds = splits.filter(({ personId }) => gone.has(personId)).map(({ workId }) => workId);
  const seats = await authorSeats([...new Set(workIds)], tx);
  const appender = await connection.createAppender("left_seat");
  for (const { authorId, workId, acceptedBy } of seats) {
    if (acceptedBy === null || !gone.has(acceptedBy)) continue;
    for (const value of [workId, acceptedBy, authorHolder(authorId)]) appender.appendVarchar(value);
    appender.endRow();
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
