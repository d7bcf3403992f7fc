import { sqlText } from "@/infra/engine/engine";
import { LIMITS } from "@/kernel/limits";
import type { NameReading } from "@/modules/handles/domain/name-on";
import { mayBeNotedSql } from "../../domain/contributor-notes";
import { CANONICAL_FIELDS, type CanonicalField, type ResolvedMapping } from "../../domain/fields";
import { NOTES, type Note } from "../../domain/reasons";
import { textCell } from "./cells";
import { markerKey } from "./names";
import { contentCell, plainKey, timeCell, urlCell, workCell } from "./plain-cells";
import type { Source } from "./source";

/** What the checks must know besides the file. `at` is when the manifest was received: what is later than a day after it is in the future. */
export type CheckContext = Readonly<{
  mapping: ResolvedMapping;
  host: string | null;
  /** How the platform's names are read. */
  reading: NameReading;
  at: Date;
}>;

const TEXT_FIELDS: readonly CanonicalField[] = ["content_id", "work_id", "title", "community"];
const INTEGER_FIELDS = {
  tokens: { min: 0, max: 1_000_000_000 },
  chars: { min: 0, max: 10_000_000_000 },
  score: { min: -1_000_000_000_000, max: 1_000_000_000_000 },
  comments: { min: -1_000_000_000_000, max: 1_000_000_000_000 },
} as const;
/** What people and items are told apart by: a number among them has to be certain to the last digit. */
const NAMING: readonly CanonicalField[] = ["contributor", "content_id", "work_id"];
const GROUPING = { comma: ",", point: ".", space: " " } as const;

/**
 * One SELECT that types every row: values where they are sound, `faults` as `field:reason|field:reason` where they are
 * not, `notes` as a bit set in the order of NOTES. Strict: what DuckDB's casts would round or guess is refused by name.
 */
export function typedSelect(source: Source, context: CheckContext): string {
  const { mapping } = context;
  const text = (field: CanonicalField): string => {
    const sql = source.fields[field]?.text;
    if (sql === undefined) return "CAST(NULL AS VARCHAR)";
    if (field === "contributor" || field === "title") return sql;
    return `nullif(trim(${sql}), '')`;
  };
  const raw = CANONICAL_FIELDS.flatMap((field) => {
    const { isNumber, isInexact, isOther, isError } = source.fields[field] ?? textCell("NULL");
    const said = plainNumber(field, text(field), mapping);
    // Of an error nothing is read but that it is one.
    const cell = [
      `${isError === undefined ? said : `CASE WHEN NOT ${isError} THEN ${said} END`} AS s_${field}`,
    ];
    if (isError !== undefined) cell.push(`${isError} AS is_error_${field}`);
    if (isNumber !== "false" && field in INTEGER_FIELDS) cell.push(`${isNumber} AS is_number_${field}`);
    if (isInexact !== "false" && NAMING.includes(field)) cell.push(`${isInexact} AS is_inexact_${field}`);
    if (field === "contributor") cell.push(`${isOther} AS nested`);
    return cell;
  }).join(", ");
  const shape = source.shapeFault ?? "NULL";
  const time = timeCell(context);
  const url = urlCell(context);
  return `
  WITH src AS NOT MATERIALIZED (SELECT ${source.record} AS record, ${source.line} AS line, ${shape} AS shape, ${raw} FROM ${source.from}),
  vals AS NOT MATERIALIZED (SELECT *, ${values(context)}, ${time.values} FROM src),
  told AS NOT MATERIALIZED (SELECT *, ${url.isPlain} AS plain_url FROM vals),
  checked AS NOT MATERIALIZED (SELECT *, ${faults(source, context)} FROM told)
  SELECT record, line,
    CASE WHEN deleted THEN NULL WHEN plain THEN ${context.reading.rule === "insensitive" ? "lower(s_contributor)" : "s_contributor"} ELSE s_contributor END AS contributor,
    NOT deleted AND NOT plain AS odd,
    u AS url, s_content_id AS content_id,
    CASE WHEN f_created_at IS NULL THEN make_timestamp(micros) END AS created_at,
    CASE WHEN s_tokens IS NOT NULL THEN v_tokens ELSE ${derivedTokens(mapping.charsPerToken)} END AS tokens,
    v_score AS score, v_comments AS comments, CAST(CAST(v_quality AS DECIMAL(25, 6)) * 1000000 AS BIGINT) AS quality_ppm,
    s_work_id AS work_id, s_title AS title, s_community AS community,
    CASE WHEN regexp_full_match(s_language, '[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*') THEN s_language END AS language,
    coalesce(lower(s_status), 'live') AS status,
    shape IS NULL AND ${url.isOdd} AS odd_url,
    shape IS NULL AND ${contentCell.isOdd} AS odd_content,
    ${contentCell.isPlain} AS plain_content,
    CASE WHEN odd_content OR s_content_id IS NULL AND odd_url THEN NULL
         ELSE hash(CASE WHEN s_content_id IS NULL THEN ${plainKey("u")} WHEN plain_content THEN ${plainKey("s_content_id")} ELSE s_content_id END) END AS key_hash,
    CASE WHEN shape IS NULL AND ${time.isOdd} THEN s_created_at END AS odd_time,
    shape IS NULL AND ${workCell(mapping).isOdd} AS odd_work,
    CASE WHEN shape IS NOT NULL THEN 'row:' || shape
         WHEN coalesce(${CANONICAL_FIELDS.map((field) => `f_${field}`).join(", ")}) IS NULL THEN NULL
         ELSE concat_ws('|', ${CANONICAL_FIELDS.map((field) => `'${field}:' || f_${field}`).join(", ")}) END AS faults,
    CAST(${noteBits(context)} AS UINTEGER) AS notes
  FROM checked`;
}

/** Not `IN`: of more than a few values the engine makes a join, and then can no longer say how far it has read the file. */
const oneOf = (sql: string, values: readonly (string | number)[]): string =>
  `list_contains([${values.join(", ")}], ${sql})`;

/** A number as the mapping says it is written, with a decimal point and nothing between its digits; anything else as it is. */
function plainNumber(field: CanonicalField, sql: string, mapping: ResolvedMapping): string {
  if (!(field in INTEGER_FIELDS) && field !== "quality") return sql;
  const isComma = mapping.decimal === "comma";
  // Points in a fraction group nothing unless a comma stands before its decimals.
  if (!isComma && (mapping.thousands === "refuse" || field === "quality")) return sql;
  const sign = mapping.thousands === "refuse" ? null : GROUPING[mapping.thousands];
  const whole = sign === null ? "[0-9]+" : `([0-9]+|[0-9]{1,3}([${sign}][0-9]{3})+)`;
  const pattern = sqlText(`[+-]?${whole}${isComma ? "(,[0-9]+)?" : ""}`);
  const ungrouped = sign === null ? sql : `replace(${sql}, ${sqlText(sign)}, '')`;
  const pointed = isComma ? `replace(${ungrouped}, ',', '.')` : ungrouped;
  return `CASE WHEN regexp_full_match(${sql}, ${pattern}) THEN ${pointed} ELSE ${sql} END`;
}

function values({ mapping, host, reading }: CheckContext): string {
  const integers = Object.keys(INTEGER_FIELDS).map((field) => `TRY_CAST(s_${field} AS BIGINT) AS v_${field}`);
  const written = mapping.deletedMarkers.flatMap((marker) => [
    marker.trim().toLowerCase(),
    markerKey(marker),
  ]);
  const markers = [...new Set(written)].map(sqlText);
  const deleted =
    markers.length === 0 ? "false" : `coalesce(${oneOf("lower(trim(s_contributor))", markers)}, false)`;
  const home =
    host === null
      ? "s_url"
      : `CASE WHEN starts_with(s_url, '/') AND NOT starts_with(s_url, '//') THEN ${sqlText(`https://${host}`)} || s_url ELSE s_url END`;
  return [
    ...integers,
    "TRY_CAST(s_quality AS DECIMAL(18, 6)) AS v_quality",
    `${deleted} AS deleted`,
    `${plain(reading)} AS plain`,
    `${home} AS u`,
  ].join(", ");
}

/** Names that are their own normal form but for case, and of which nothing is noted. Hosts have other spellings: none is. */
function plain({ namesAreHosts }: NameReading): string {
  if (namesAreHosts) return "false";
  const name = "s_contributor";
  return `coalesce(regexp_full_match(${name}, '[A-Za-z0-9_.-]+') AND strlen(${name}) <= 200 AND NOT (${mayBeNotedSql(name)}), false)`;
}

function faults(source: Source, context: CheckContext): string {
  const { mapping } = context;
  const integerFault = (field: keyof typeof INTEGER_FIELDS) => {
    const isNumber = source.fields[field]?.isNumber ?? "false";
    const mayGroup = mapping.thousands === "refuse" && mapping.decimal !== "comma" && isNumber !== "true";
    return integerFaultSql(
      field,
      mayGroup ? (isNumber === "false" ? "true" : `NOT is_number_${field}`) : null,
    );
  };
  const inexact = (field: CanonicalField, fault: string): string =>
    (source.fields[field]?.isInexact ?? "false") === "false"
      ? fault
      : `CASE WHEN is_inexact_${field} THEN 'number_not_exact' ELSE ${fault} END`;
  const list: Record<CanonicalField, string> = {
    contributor: inexact("contributor", CONTRIBUTOR_FAULT),
    url: urlCell(context).fault,
    content_id: inexact("content_id", keyFault(context)),
    created_at: timeCell(context).fault,
    tokens: `CASE WHEN s_tokens IS NULL AND s_chars IS NULL THEN 'missing' ELSE ${integerFault("tokens")} END`,
    chars: integerFault("chars"),
    score: integerFault("score"),
    comments: integerFault("comments"),
    quality: `CASE WHEN s_quality IS NULL THEN NULL
      WHEN regexp_full_match(s_quality, '${DECIMAL_COMMA}') THEN 'decimal_comma'
      WHEN NOT regexp_full_match(s_quality, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?') THEN 'not_a_number'
      WHEN v_quality IS NULL THEN CASE WHEN starts_with(s_quality, '-') THEN 'negative' ELSE 'number_out_of_range' END
      WHEN v_quality < 0 THEN 'negative' WHEN v_quality > 1000000 THEN 'number_out_of_range' END`,
    work_id: inexact("work_id", tooLong("s_work_id")),
    title: tooLong("s_title"),
    community: tooLong("s_community"),
    language: "NULL",
    status:
      "CASE WHEN s_status IS NULL OR lower(s_status) IN ('live', 'removed', 'deleted') THEN NULL ELSE 'status_unknown' END",
  };
  const orError = (field: CanonicalField): string =>
    source.fields[field]?.isError === undefined
      ? list[field]
      : `CASE WHEN is_error_${field} THEN 'cell_error' ELSE ${list[field]} END`;
  return CANONICAL_FIELDS.map((field) => `CAST(${orError(field)} AS VARCHAR) AS f_${field}`).join(", ");
}

// The bound is here as well as in the rule of names: what is over it never leaves the engine.
const CONTRIBUTOR_FAULT = `CASE WHEN s_contributor IS NULL OR trim(s_contributor) = '' THEN 'missing'
  WHEN nested THEN 'name_not_text'
  WHEN length(s_contributor) > ${LIMITS.manifestFieldCharsMax} THEN 'name_too_long' END`;

const tooLong = (sql: string): string =>
  `CASE WHEN length(${sql}) > ${LIMITS.manifestFieldCharsMax} THEN 'field_too_long' END`;

// A comma before digits that are no group of three, or after points or spaces that group the digits before it.
const DECIMAL_COMMA = "[+-]?[0-9]*([. ][0-9]{3})*,[0-9]+";

/**
 * Strict whole numbers: what a cast would take out of "1e3", "12.7" or " 1_000 " is named instead. `mayGroup` (SQL, or null for never):
 * in a text 12.000 may well be twelve thousand, so it is asked for; 12.0 is twelve.
 */
function integerFaultSql(field: keyof typeof INTEGER_FIELDS, mayGroup: string | null): string {
  const { min, max } = INTEGER_FIELDS[field];
  const s = `s_${field}`;
  const v = `v_${field}`;
  const range = `CASE WHEN ${v} < 0 AND ${min} = 0 THEN 'negative' WHEN ${v} < ${min} OR ${v} > ${max} THEN 'number_out_of_range' END`;
  return `CASE WHEN ${s} IS NULL THEN NULL
    WHEN CAST(${v} AS VARCHAR) = ${s} THEN ${range}${
      mayGroup !== null
        ? `\n    WHEN ${mayGroup} AND regexp_full_match(${s}, '[+-]?[1-9][0-9]{0,2}([.]000)+') THEN 'thousands_separator'`
        : ""
    }
    WHEN regexp_full_match(${s}, '[+-]?[0-9]+([.]0+)?') THEN CASE WHEN ${v} IS NULL THEN 'number_out_of_range' ELSE ${range} END
    WHEN regexp_full_match(${s}, '[+-]?[0-9]{1,3}([, ''’.\\x{00a0}\\x{202f}][0-9]{3})+') THEN 'thousands_separator'
    WHEN regexp_full_match(${s}, '${DECIMAL_COMMA}') THEN 'decimal_comma'
    WHEN isfinite(TRY_CAST(${s} AS DOUBLE)) THEN 'not_an_integer'
    ELSE 'not_a_number' END`;
}

function keyFault({ mapping }: CheckContext): string {
  const none =
    mapping.columns.content_id === undefined
      ? "false"
      : mapping.columns.url === undefined
        ? "s_content_id IS NULL"
        : "s_content_id IS NULL AND s_url IS NULL";
  return `CASE WHEN ${none} THEN 'missing' ELSE ${tooLong("s_content_id")} END`;
}

/**
 * round(chars / charsPerToken), halves up, at least 1, in whole numbers: no engine rounds it another way. Of a count out
 * of range none is derived: its row is rejected, and the product could leave 64 bits.
 */
function derivedTokens(charsPerToken: number): string {
  const hundredths = Math.round(charsPerToken * 100);
  return `CASE WHEN f_chars IS NULL THEN greatest(1, (v_chars * 200 + ${hundredths}) // ${2 * hundredths}) END`;
}

function noteBits({ reading }: CheckContext): string {
  const texts = ["s_contributor", ...TEXT_FIELDS.map((field) => `s_${field}`)];
  const formula = texts
    .map((sql) => `coalesce(${oneOf(`ascii(${sql})`, [61, 43, 45, 64, 9])}, false)` /* = + - @ tab */)
    .join(" OR ");
  const markup = ["s_contributor", "s_title", "s_community"]
    .map((sql) => `coalesce(contains(${sql}, '<') AND regexp_matches(${sql}, '<[A-Za-z/!]'), false)`)
    .join(" OR ");
  const when: Record<Note, string> = {
    contributor_deleted: "deleted",
    contributor_normalised:
      reading.rule === "insensitive"
        ? "plain AND NOT deleted AND lower(s_contributor) <> s_contributor"
        : "false",
    negative_score: "v_score < 0",
    negative_comments: "v_comments < 0",
    date_iso_8601: "is_iso",
    date_milliseconds: "is_whole_time AND abs(number) >= 100000000000 AND abs(number) < 100000000000000",
    date_microseconds:
      "is_whole_time AND abs(number) >= 100000000000000 AND abs(number) < 100000000000000000",
    date_nanoseconds: "is_whole_time AND abs(number) >= 100000000000000000",
    date_day_number: "false", // Of times that SQL does not settle by itself, as this one: odd-cells.ts.
    work_unrecognised: "false",
    formula_like_text: formula,
    markup_like_text: markup,
    url_relative: "s_url IS DISTINCT FROM u",
    tokens_derived: "s_tokens IS NULL AND v_chars IS NOT NULL",
    // Of names that SQL does not settle by itself: names.ts.
    contributor_placeholder: "false",
    contributor_altered: "false",
    contributor_address: "false",
    contributor_not_a_domain: "false",
    language_unknown:
      "s_language IS NOT NULL AND NOT regexp_full_match(s_language, '[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*')",
  };
  return NOTES.map((note, i) => `CASE WHEN ${when[note]} THEN ${2 ** i} ELSE 0 END`).join(" + ");
}
