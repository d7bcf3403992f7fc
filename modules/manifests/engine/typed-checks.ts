import { sqlText } from "@/infra/engine";
import { LIMITS } from "@/kernel/limits";
import type { NameReading } from "@/modules/works/domain/name-on";
import { mayBeNotedSql } from "../domain/contributor-notes";
import { CANONICAL_FIELDS, type CanonicalField, type ResolvedMapping } from "../domain/fields";
import { NOTES, type Note } from "../domain/reasons";
import { markerKey } from "./names";
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
const GROUPING = { comma: ",", point: ".", space: " " } as const;

/**
 * One SELECT that types every row: values where they are sound, `faults` as `field:reason|field:reason` where they are
 * not, `notes` as a bit set in the order of NOTES. Strict: what DuckDB's casts would round or guess is refused by name.
 */
export function typedSelect(source: Source, context: CheckContext): string {
  const { mapping } = context;
  const text = (field: CanonicalField): string => {
    const sql = source.fields[field];
    if (sql === undefined) return "CAST(NULL AS VARCHAR)";
    if (field === "contributor" || field === "title") return sql;
    return `nullif(trim(${sql}), '')`;
  };
  const raw = CANONICAL_FIELDS.map((field) => `${ungrouped(field, text(field), mapping)} AS s_${field}`).join(
    ", ",
  );
  const shape = source.shapeFault ?? "NULL";
  const nested = source.nestedContributor ?? "false";
  return `
  WITH src AS NOT MATERIALIZED (SELECT ${source.record} AS record, ${source.line} AS line, ${shape} AS shape, ${nested} AS nested, ${raw} FROM ${source.from}),
  vals AS NOT MATERIALIZED (SELECT *, ${values(context)} FROM src),
  checked AS NOT MATERIALIZED (SELECT *, ${faults(source, context)} FROM vals)
  SELECT record, line,
    CASE WHEN deleted THEN NULL WHEN plain THEN ${context.reading.rule === "insensitive" ? "lower(s_contributor)" : "s_contributor"} ELSE s_contributor END AS contributor,
    NOT deleted AND NOT plain AS odd,
    u AS url, s_content_id AS content_id,
    CASE WHEN f_created_at IS NULL THEN CASE WHEN s_created_at IS NULL THEN NULL WHEN epoch IS NOT NULL THEN make_timestamp(CAST(epoch AS BIGINT) * 1000000) ELSE iso END END AS created_at,
    CASE WHEN s_tokens IS NOT NULL THEN v_tokens ELSE ${derivedTokens(mapping.charsPerToken)} END AS tokens,
    v_score AS score, v_comments AS comments, CAST(CAST(v_quality AS DECIMAL(25, 6)) * 1000000 AS BIGINT) AS quality_ppm,
    s_work_id AS work_id, s_title AS title, s_community AS community,
    CASE WHEN regexp_full_match(s_language, '[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*') THEN s_language END AS language,
    coalesce(lower(s_status), 'live') AS status,
    hash(coalesce(s_content_id, u)) AS key_hash,
    CASE WHEN shape IS NOT NULL THEN 'row:' || shape
         WHEN coalesce(${CANONICAL_FIELDS.map((field) => `f_${field}`).join(", ")}) IS NULL THEN NULL
         ELSE concat_ws('|', ${CANONICAL_FIELDS.map((field) => `'${field}:' || f_${field}`).join(", ")}) END AS faults,
    CAST(${noteBits(context)} AS UINTEGER) AS notes
  FROM checked`;
}

/** Not `IN`: of more than a few values the engine makes a join, and then can no longer say how far it has read the file. */
const oneOf = (sql: string, values: readonly (string | number)[]): string =>
  `list_contains([${values.join(", ")}], ${sql})`;

function ungrouped(field: CanonicalField, sql: string, mapping: ResolvedMapping): string {
  if (mapping.thousands === "refuse" || !(field in INTEGER_FIELDS)) return sql;
  const sign = GROUPING[mapping.thousands];
  const pattern = sqlText(`[+-]?[0-9]{1,3}([${sign}][0-9]{3})+`);
  return `CASE WHEN regexp_full_match(${sql}, ${pattern}) THEN replace(${sql}, ${sqlText(sign)}, '') ELSE ${sql} END`;
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
  const isIso = "regexp_matches(s_created_at, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]|$)')";
  const home =
    host === null
      ? "s_url"
      : `CASE WHEN starts_with(s_url, '/') AND NOT starts_with(s_url, '//') THEN ${sqlText(`https://${host}`)} || s_url ELSE s_url END`;
  return [
    ...integers,
    "TRY_CAST(s_quality AS DECIMAL(18, 6)) AS v_quality",
    `CASE WHEN regexp_full_match(s_created_at, '-?[0-9]{1,18}([.][0-9]+)?') THEN floor(TRY_CAST(s_created_at AS DOUBLE)) END AS epoch`,
    `CASE WHEN ${isIso} THEN TRY_CAST(s_created_at AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END AS iso`,
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
  const grouped = source.isText && mapping.thousands === "refuse";
  const integerFault = (field: keyof typeof INTEGER_FIELDS) => integerFaultSql(field, grouped);
  const list: Record<CanonicalField, string> = {
    contributor: CONTRIBUTOR_FAULT,
    url: urlFault(context),
    content_id: keyFault(context),
    created_at: createdFault(context),
    tokens: `CASE WHEN s_tokens IS NULL AND s_chars IS NULL THEN 'missing' ELSE ${integerFault("tokens")} END`,
    chars: integerFault("chars"),
    score: integerFault("score"),
    comments: integerFault("comments"),
    quality: `CASE WHEN s_quality IS NULL THEN NULL
      WHEN v_quality IS NULL OR NOT regexp_full_match(s_quality, '[+-]?[0-9]*[.]?[0-9]+') THEN 'not_a_number'
      WHEN v_quality < 0 THEN 'negative' WHEN v_quality > 1000000 THEN 'number_out_of_range' END`,
    work_id: tooLong("s_work_id"),
    title: tooLong("s_title"),
    community: tooLong("s_community"),
    language: "NULL",
    status:
      "CASE WHEN s_status IS NULL OR lower(s_status) IN ('live', 'removed', 'deleted') THEN NULL ELSE 'status_unknown' END",
  };
  return CANONICAL_FIELDS.map((field) => `CAST(${list[field]} AS VARCHAR) AS f_${field}`).join(", ");
}

// The bound is here as well as in the rule of names: what is over it never leaves the engine.
const CONTRIBUTOR_FAULT = `CASE WHEN s_contributor IS NULL OR trim(s_contributor) = '' THEN 'missing'
  WHEN nested THEN 'name_not_text'
  WHEN length(s_contributor) > ${LIMITS.manifestFieldCharsMax} THEN 'name_too_long' END`;

const tooLong = (sql: string): string =>
  `CASE WHEN length(${sql}) > ${LIMITS.manifestFieldCharsMax} THEN 'field_too_long' END`;

/**
 * Strict whole numbers: what a cast would take out of "1e3", "12.7" or " 1_000 " is named instead. `grouped`: in a text
 * 12.000 may well be twelve thousand, so it is asked for; 12.0 is twelve.
 */
function integerFaultSql(field: keyof typeof INTEGER_FIELDS, grouped: boolean): string {
  const { min, max } = INTEGER_FIELDS[field];
  const s = `s_${field}`;
  const v = `v_${field}`;
  const range = `CASE WHEN ${v} < 0 AND ${min} = 0 THEN 'negative' WHEN ${v} < ${min} OR ${v} > ${max} THEN 'number_out_of_range' END`;
  return `CASE WHEN ${s} IS NULL THEN NULL
    WHEN CAST(${v} AS VARCHAR) = ${s} THEN ${range}${
      grouped
        ? `\n    WHEN regexp_full_match(${s}, '[+-]?[1-9][0-9]{0,2}([.]000)+') THEN 'thousands_separator'`
        : ""
    }
    WHEN regexp_full_match(${s}, '[+-]?[0-9]+([.]0+)?') THEN CASE WHEN ${v} IS NULL THEN 'number_out_of_range' ELSE ${range} END
    WHEN regexp_full_match(${s}, '[+-]?[0-9]{1,3}([, ''’.\\x{00a0}\\x{202f}][0-9]{3})+') THEN 'thousands_separator'
    WHEN isfinite(TRY_CAST(${s} AS DOUBLE)) THEN 'not_an_integer'
    ELSE 'not_a_number' END`;
}

function createdFault({ mapping, at }: CheckContext): string {
  const latest = Math.floor(at.getTime() / 1000) + 86_400;
  const byNumber = `CASE WHEN epoch < 0 THEN 'date_before_1970' WHEN epoch >= 100000000000 THEN 'date_in_milliseconds' WHEN epoch > ${latest} THEN 'date_in_future' END`;
  const byText = `CASE WHEN iso < TIMESTAMP '1970-01-01' THEN 'date_before_1970' WHEN iso > make_timestamp(${latest}000000) THEN 'date_in_future' END`;
  const whens = [
    "WHEN s_created_at IS NULL THEN 'missing'",
    ...(mapping.createdAt === "iso_8601" ? [] : [`WHEN epoch IS NOT NULL THEN ${byNumber}`]),
    ...(mapping.createdAt === "epoch_seconds" ? [] : [`WHEN iso IS NOT NULL THEN ${byText}`]),
  ];
  return `CASE ${whens.join(" ")} ELSE 'date_unreadable' END`;
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

function urlFault({ mapping, host }: CheckContext): string {
  if (mapping.columns.url === undefined) return "NULL";
  const missing = mapping.columns.content_id === undefined ? "'missing'" : "NULL";
  const found = "lower(regexp_extract(u, '(?i)^https?://([^/?#:]+)', 1))";
  const home = host === null ? "" : `WHEN starts_with(u, ${sqlText(`https://${host}/`)}) THEN NULL`;
  const foreign =
    host === null
      ? ""
      : `WHEN ${found} <> ${sqlText(host)} AND NOT ends_with(${found}, ${sqlText(`.${host}`)}) THEN 'url_other_host'`;
  return `CASE WHEN u IS NULL THEN ${missing}
    WHEN strlen(u) > ${LIMITS.manifestFieldCharsMax} THEN 'field_too_long'
    WHEN regexp_matches(u, '[\\x00-\\x20\\x7f]') THEN 'url_malformed'
    ${home}
    WHEN NOT regexp_matches(u, '^[A-Za-z][A-Za-z0-9+.-]*:') THEN 'url_malformed'
    WHEN NOT regexp_matches(u, '(?i)^https?:') THEN 'url_scheme'
    WHEN NOT regexp_matches(u, '(?i)^https?://[^/?#:@]+(:[0-9]+)?([/?#]|$)') THEN 'url_malformed'
    ${foreign} END`;
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
    date_iso_8601: "epoch IS NULL AND iso IS NOT NULL",
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
