import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell } from "@/infra/engine/engine";
import { settled, settleTexts } from "@/infra/engine/settle-texts";
import { addressKey } from "@/modules/handles/domain/address";
import { workName } from "@/modules/works/domain/identifier";
import type { ResolvedMapping } from "../../domain/fields";
import { NOTES, type Note } from "../../domain/reasons";
import { rowAddress } from "../../domain/row-address";
import { readTime, type TimeUnit } from "../../domain/time";
import { latestMicros, plainKey, workCell } from "./plain-cells";

type Context = Readonly<{ mapping: ResolvedMapping; host: string | null; at: Date }>;

const bit = (note: Note): number => 2 ** NOTES.indexOf(note);

const UNIT_NOTE: Readonly<Record<TimeUnit, number>> = {
  iso: bit("date_iso_8601"),
  seconds: 0,
  milliseconds: bit("date_milliseconds"),
  microseconds: bit("date_microseconds"),
  nanoseconds: bit("date_nanoseconds"),
  day_number: bit("date_day_number"),
};

/**
 * Makes the view `into` of `typed` (rows as typed-checks.ts leaves them) with everything our own code says of cells that SQL does
 * not settle by itself: addresses, times and names of works, each distinct text once. `item_kind` and `item_key` are what an
 * item is: its content id, or its address by the key that terms use.
 */
export async function settleCells(
  connection: DuckDBConnection,
  { typed, into }: Readonly<{ typed: string; into: string }>,
  context: Context,
  report: () => Promise<void>,
): Promise<void> {
  const latest = latestMicros(context.at);
  const { named } = workCell(context.mapping);
  const settle = (table: string, columns: Columns, select: string, of: (raw: string) => readonly Cell[]) =>
    settleTexts(connection, { into: table, columns, select: `SELECT ${select}`, of, report });
  const addresses = await settle(
    "odd_address",
    [
      ["key", "VARCHAR"],
      ["fault", "VARCHAR"],
    ],
    `url AS raw FROM ${typed} WHERE odd_url`,
    (raw) => {
      const read = rowAddress(raw, context.host);
      return "key" in read ? [read.key, null] : [null, read.fault];
    },
  );
  const contents = await settle(
    "odd_content",
    [["key", "VARCHAR"]],
    `content_id AS raw FROM ${typed} WHERE odd_content`,
    (raw) => [addressKey(raw)],
  );
  await settle(
    "odd_time",
    [
      ["micros", "BIGINT"],
      ["noted", "INTEGER"],
      ["fault", "VARCHAR"],
    ],
    `odd_time AS raw FROM ${typed}`,
    (raw) => {
      const read = readTime(raw, context.mapping.createdAt, latest);
      return "fault" in read ? [null, 0, read.fault] : [read.micros, UNIT_NOTE[read.unit], null];
    },
  );
  await settle(
    "odd_work",
    [["doubtful", "BOOLEAN"]],
    `work_id AS raw FROM ${typed} WHERE odd_work`,
    (raw) => [workName(raw, named).doubtful],
  );
  const urlKey = `CASE WHEN t.odd_url THEN ${settled("a", "odd_address", "t.odd_url", "a.key")} ELSE ${plainKey("t.url")} END`;
  const itemKey = `CASE WHEN t.content_id IS NULL THEN ${urlKey} WHEN t.plain_content THEN ${plainKey("t.content_id")}
    ELSE coalesce(${settled("c", "odd_content", "t.odd_content", "c.key")}, t.content_id) END`;
  // The digest is kept in the file: where every key is plain, finding what repeats reads eight bytes a row.
  const hash = addresses + contents === 0 ? "t.key_hash" : `coalesce(t.key_hash, hash(${itemKey}))`;
  await connection.run(`CREATE OR REPLACE TEMP VIEW ${into} AS
    SELECT t.* EXCLUDE (odd_url, odd_content, plain_content, odd_time, odd_work) REPLACE (
      coalesce(t.created_at, make_timestamp(${settled("m", "odd_time", "t.odd_time IS NOT NULL", "m.micros")})) AS created_at,
      nullif(concat_ws('|', t.faults, 'url:' || a.fault, 'created_at:' || m.fault), '') AS faults,
      t.notes | coalesce(m.noted, 0)::UINTEGER
        | (CASE WHEN ${settled("w", "odd_work", "t.odd_work", "w.doubtful")} THEN ${bit("work_unrecognised")} ELSE 0 END)::UINTEGER AS notes,
      ${hash} AS key_hash),
      CASE WHEN t.content_id IS NULL OR t.plain_content OR c.key IS NOT NULL THEN 'url' ELSE 'content_id' END AS item_kind,
      ${itemKey} AS item_key,
      ${urlKey} AS url_key
    FROM ${typed} t LEFT JOIN odd_address a ON t.odd_url AND a.raw = t.url
      LEFT JOIN odd_content c ON t.odd_content AND c.raw = t.content_id
      LEFT JOIN odd_time m ON m.raw = t.odd_time LEFT JOIN odd_work w ON t.odd_work AND w.raw = t.work_id`);
}

type Columns = readonly (readonly [name: string, type: string])[];
