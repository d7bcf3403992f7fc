import { sqlText } from "@/infra/engine/engine";
import { LIMITS } from "@/kernel/limits";
import { PLAIN_ADDRESS } from "@/modules/handles/domain/address";
import { schemeOfColumn } from "@/modules/works/domain/identifier";
import type { ResolvedMapping } from "../../domain/fields";

/**
 * Cells that can be read in one way only are read by SQL, the other distinct ones by our own code (odd-cells.ts) by the same rules.
 * `isOdd` is SQL for the second kind. Nothing here casts a text with a time zone: what the engine keeps of one row's zone it
 * would use for the next row's.
 */
type Context = Readonly<{ mapping: ResolvedMapping; host: string | null; at: Date }>;

/** The last instant a row may be of, in microseconds since 1970. */
export const latestMicros = (at: Date): bigint =>
  BigInt(Math.floor(at.getTime() / 1000) + 86_400) * 1_000_000n;

const CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?";
const OFFSET = "[+-]([01][0-9]|2[0-3]):[0-5][0-9]";
const PLAIN_ISO = `[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]${CLOCK}(Z|[+]00|${OFFSET})?)?`;

/** Whole numbers and the usual form of ISO 8601; `number`, `is_iso` and `micros` are added to the values of a row. */
export function timeCell({ mapping, at }: Context) {
  const takesNumbers = mapping.createdAt !== "iso_8601";
  const takesDates = mapping.createdAt !== "epoch_seconds";
  const s = "s_created_at";
  // A day written as one number, or a spreadsheet's, is looked at by our own code.
  const isWhole = `coalesce(regexp_full_match(${s}, '[1-9][0-9]{8,18}') AND TRY_CAST(${s} AS BIGINT) IS NOT NULL, false)`;
  const zone = `regexp_extract(${s}, '${OFFSET}$')`;
  const offset = `CASE WHEN length(${s}) > 19 AND ${zone} <> '' THEN
      (CASE WHEN starts_with(${zone}, '-') THEN -60000000 ELSE 60000000 END) * (CAST(substr(${zone}, 2, 2) AS BIGINT) * 60 + CAST(substr(${zone}, 5, 2) AS BIGINT)) ELSE 0 END`;
  const naive = `TRY_CAST(regexp_extract(${s}, '^[0-9-]{10}([T ][0-9:]{8}([.][0-9]+)?)?') AS TIMESTAMP)`;
  const micros = `CASE WHEN abs(number) < 100000000000 THEN number * 1000000 WHEN abs(number) < 100000000000000 THEN number * 1000
      WHEN abs(number) < 100000000000000000 THEN number ELSE number // 1000 END`;
  return {
    values: [
      `${takesNumbers ? isWhole : "false"} AS is_whole_time`,
      `CASE WHEN is_whole_time THEN TRY_CAST(${s} AS BIGINT) END AS number`,
      `${takesDates ? `coalesce(regexp_full_match(${s}, '${PLAIN_ISO}'), false)` : "false"} AS is_iso`,
      `CASE WHEN is_whole_time THEN ${micros} WHEN is_iso THEN epoch_us(${naive}) - ${offset} END AS micros`,
    ].join(", "),
    isOdd: `(${s} IS NOT NULL AND NOT is_whole_time AND NOT is_iso)`,
    fault: `CASE WHEN ${s} IS NULL THEN 'missing' WHEN NOT is_whole_time AND NOT is_iso THEN NULL
      ${mapping.createdAt === "epoch_seconds" ? "WHEN number >= 100000000000 THEN 'date_in_milliseconds'" : ""}
      WHEN micros IS NULL THEN 'date_unreadable' WHEN micros < 0 THEN 'date_before_1970' WHEN micros > ${latestMicros(at)} THEN 'date_in_future' END`,
  };
}

const plainAddress = (column: string): string =>
  `coalesce(contains(${column}, ':') AND NOT contains(${column}, '/.') AND NOT contains(${column}, 'xn--')
     AND regexp_full_match(${column}, '${PLAIN_ADDRESS}'), false)`;

/** The key of a plain address, as SQL. */
export const plainKey = (column: string): string => `substr(${column}, strpos(${column}, '://') + 3)`;

/** The address of a row, `u`: whether it is plain, what is wrong with it, or whether our own code says so. */
export function urlCell({ mapping, host }: Context) {
  if (mapping.columns.url === undefined) return { isPlain: "false", isOdd: "false", fault: "NULL" };
  const missing = mapping.columns.content_id === undefined ? "'missing'" : "NULL";
  const tooLong = `strlen(u) > ${LIMITS.manifestFieldCharsMax}`;
  const on = "split_part(split_part(u, '://', 2), '/', 1)";
  const foreign =
    host === null
      ? ""
      : `WHEN plain_url AND ${on} <> ${sqlText(host)} AND NOT ends_with(${on}, ${sqlText(`.${host}`)}) THEN 'url_other_host'`;
  return {
    isPlain: plainAddress("u"),
    isOdd: `(u IS NOT NULL AND NOT plain_url AND NOT ${tooLong})`,
    fault: `CASE WHEN u IS NULL THEN ${missing} WHEN ${tooLong} THEN 'field_too_long' ${foreign} END`,
  };
}

const IS_ADDRESS = "coalesce(regexp_matches(s_content_id, '(?i)^.{0,3}https?:'), false)";

/** A content id that is an address names its item as an address does. */
export const contentCell = {
  isPlain: plainAddress("s_content_id"),
  isOdd: `(${IS_ADDRESS} AND NOT ${plainAddress("s_content_id")} AND length(s_content_id) <= ${LIMITS.manifestFieldCharsMax})`,
};

/** A name for a work that says it is an identifier, or whose column does. */
export function workCell({ columns }: ResolvedMapping) {
  const named = columns.work_id === undefined ? null : schemeOfColumn(columns.work_id);
  const says = named === null ? "regexp_matches(s_work_id, '(?i)isbn|doi|sha')" : "true";
  return {
    named,
    isOdd: `(s_work_id IS NOT NULL AND ${says} AND length(s_work_id) <= ${LIMITS.manifestFieldCharsMax})`,
  };
}
