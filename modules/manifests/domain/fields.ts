import { DomainError, type FieldFault } from "@/kernel/errors";
import { cutText } from "@/kernel/text";

/** What a manifest can say of a row. Everything else in a file is carried past and never read. */
export const CANONICAL_FIELDS = [
  "contributor",
  "url",
  "content_id",
  "created_at",
  "tokens",
  "chars",
  "score",
  "comments",
  "quality",
  "work_id",
  "title",
  "community",
  "language",
  "status",
] as const;
export type CanonicalField = (typeof CANONICAL_FIELDS)[number];

/** The meaning of each field, for people who write a mapping. */
export const FIELD_MEANINGS: Readonly<Record<CanonicalField, string>> = {
  contributor: "Who wrote it: the name on the platform. Every file needs it.",
  url: "The item's address. A file needs this or content_id.",
  content_id: "The platform's own id of the item. A file needs this or url.",
  created_at: "When it was published. Every file needs it.",
  tokens: "How long it is in tokens. A file needs this or chars.",
  chars: "How long it is in characters; divided by charsPerToken where there is no token count.",
  score: "Votes or likes, for the weighting by score.",
  comments: "How many answers it got.",
  quality: "A quality between 0 and 1, for the weighting by quality.",
  work_id: "The registered work it belongs to: an id of Remit, a DOI or an ISBN.",
  title: "Its title, shown to contributors.",
  community: "Where on the platform it was published.",
  language: "Its language.",
  status: "live, removed or deleted: whether it is still published.",
};

/** Which column of the file is which field; a field that is absent is not in the file. */
export type Columns = Readonly<Partial<Record<CanonicalField, string>>>;

/** How the uploader says a file is to be read; whatever is left out is detected or guessed. */
export type Mapping = Readonly<{
  columns?: Columns | undefined;
  /** Tokens are `greatest(1, round(chars / divisor))` where the file has no token count. */
  charsPerToken?: number | undefined;
  createdAt?: "auto" | "epoch_seconds" | "iso_8601" | undefined;
  encoding?: string | undefined;
  /** One ASCII character (DELIMITER_PATTERN). */
  delimiter?: string | undefined;
  /** "refuse": 12,345 is a fault. "comma", "point", "space": that sign groups thousands and is dropped. */
  thousands?: "refuse" | "comma" | "point" | "space" | undefined;
  /** The sign before the decimals of a number; a point when left out. */
  decimal?: "point" | "comma" | undefined;
  /** Contributor names that stand for nobody; rows with them are taken and belong to no one. */
  deletedMarkers?: readonly string[] | undefined;
}>;

/** A mapping with nothing left open: what the checks run with, and what a manifest's identity is made of. */
export type ResolvedMapping = Readonly<{
  columns: Columns;
  charsPerToken: number;
  createdAt: "auto" | "epoch_seconds" | "iso_8601";
  thousands: "refuse" | "comma" | "point" | "space";
  /** Manifests that were taken before it could be said have none: a point. */
  decimal?: "point" | "comma" | undefined;
  deletedMarkers: readonly string[];
}>;

export const DELETED_MARKERS = ["[deleted]", "[removed]"] as const;
export const CHARS_PER_TOKEN = 4;

/** Names under which platforms export each field, best first; compared without case, spaces, `-` and `_`. */
const WELL_KNOWN: Readonly<Record<CanonicalField, readonly string[]>> = {
  contributor: [
    "contributor",
    "author",
    "username",
    "user_name",
    "handle",
    "screen_name",
    "contributor_id",
    "author_id",
    "user_id",
    "user",
    "owner",
    "creator",
    "by",
  ],
  url: ["url", "permalink", "link", "uri", "post_url", "item_url", "href", "web_url"],
  content_id: [
    "content_id",
    "item_id",
    "post_id",
    "comment_id",
    "message_id",
    "record_id",
    "document_id",
    "doc_id",
    "uuid",
    "guid",
    "id",
  ],
  created_at: [
    "created_at",
    "created_utc",
    "created",
    "timestamp",
    "published_at",
    "published",
    "creation_date",
    "created_time",
    "posted_at",
    "date",
    "time",
    "datetime",
  ],
  tokens: [
    "tokens",
    "token_count",
    "num_tokens",
    "n_tokens",
    "text_tokens",
    "text_tokens_est",
    "tokens_est",
    "tokencount",
  ],
  chars: [
    "chars",
    "text_chars",
    "char_count",
    "num_chars",
    "n_chars",
    "characters",
    "text_length",
    "body_length",
    "length",
  ],
  score: ["score", "points", "votes", "upvotes", "ups", "likes", "karma", "net_votes"],
  comments: ["comments", "num_comments", "comment_count", "replies", "reply_count"],
  quality: ["quality", "quality_score", "rating"],
  work_id: ["work_id", "work", "isbn", "doi", "iscc"],
  title: ["title", "headline", "subject"],
  community: ["community", "subreddit", "forum", "board", "channel", "group", "category", "section"],
  language: ["language", "lang", "locale"],
  status: ["status", "state"],
}; // prettier-ignore

/** Two column names are the same when they differ only in case, spaces, `-` and `_` (a byte-order mark counts as a space). */
export function columnKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-\uFEFF]+/gu, "");
}

/** The columns a name could mean: those written exactly so, else all that differ only in what `columnKey` drops. */
function columnsNamed(name: string, columns: readonly string[]): string[] {
  if (columns.includes(name)) return columns.filter((column) => column === name);
  return columns.filter((column) => columnKey(column) === columnKey(name));
}

type Guess = Readonly<{
  columns: Columns;
  unsure: readonly (readonly [CanonicalField, readonly string[]])[];
}>;

function guess(columns: readonly string[]): Guess {
  const chosen: Partial<Record<CanonicalField, string>> = {};
  const unsure: [CanonicalField, readonly string[]][] = [];
  const used = new Set<string>();
  for (const field of CANONICAL_FIELDS) {
    const known = WELL_KNOWN[field];
    const free = columns.filter((column) => !used.has(column));
    const found = known.map((name) => columnsNamed(name, free)).find((alike) => alike.length > 0) ?? [];
    const exact = found.filter((column) => known.includes(column));
    const [column, ...others] = exact.length === 1 ? exact : found;
    if (column === undefined) continue;
    if (others.length > 0) unsure.push([field, found]);
    else {
      chosen[field] = column;
      used.add(column);
    }
  }
  return { columns: chosen, unsure };
}

/**
 * What each field most likely is in a file with these columns; a column is used once, so `url` and `permalink` do not
 * clash. Between columns that are alike nothing is guessed. `open`: as in `resolveMapping`.
 */
export function guessColumns(columns: readonly string[], open = false): Columns {
  const guessed = guess(columns).columns;
  return open ? { ...guessed, ...unseen(guessed) } : guessed;
}

/**
 * Fits a mapping to a file's columns: given names are matched exactly, else without case and spaces, the rest is guessed.
 * An empty name switches a guess off. `open`: the columns are only those seen so far (JSON Lines), so a given name may
 * still come, and what no column seen stands for is read under its own name.
 * Throws MANIFEST_MAPPING naming every field that does not fit, or that more than one column fits.
 */
export function resolveMapping(mapping: Mapping, columns: readonly string[], open = false): ResolvedMapping {
  const given = mapping.columns ?? {};
  const faults: FieldFault[] = [];
  const chosen: Partial<Record<CanonicalField, string>> = {};
  const unsure = (field: CanonicalField, alike: readonly string[]) =>
    faults.push({
      path: `columns.${field}`,
      message: alike.every((column) => column === alike[0])
        ? `${alike.length} columns are called "${alike[0]}". Rename all but one, or leave them out.`
        : `The columns ${alike.map((column) => `"${column}"`).join(" and ")} are alike. Write the one that is meant exactly as it is in the file.`,
    });
  for (const field of CANONICAL_FIELDS) {
    const name = given[field];
    if (name === undefined || name === "") continue;
    const [column, ...others] = columnsNamed(name, columns);
    if (column === undefined && !open)
      faults.push({ path: `columns.${field}`, message: `The file has no column "${name}".` });
    else if (others.length > 0) unsure(field, [column ?? name, ...others]);
    else chosen[field] = column ?? name;
  }
  const taken = Object.values(chosen);
  const guessed = guess(columns.filter((column) => !taken.includes(column)));
  for (const field of CANONICAL_FIELDS)
    if (given[field] === undefined && guessed.columns[field] !== undefined)
      chosen[field] = guessed.columns[field];
  const decimal = mapping.decimal ?? "point";
  const thousands = mapping.thousands ?? "refuse";
  if (decimal === "comma" && thousands === "comma")
    faults.push({
      path: "decimal",
      message: "A comma cannot both group thousands and stand before decimals.",
    });
  for (const [field, alike] of guessed.unsure) if (given[field] === undefined) unsure(field, alike);
  if (faults.length === 0) faults.push(...missing(chosen));
  if (faults.length > 0) throw misfit(faults, columns);
  const off = Object.entries(given).flatMap(([field, name]) => (name === "" ? [field] : []));
  const later = open ? Object.entries(unseen(chosen)).filter(([field]) => !off.includes(field)) : [];
  return {
    columns: { ...chosen, ...Object.fromEntries(later) },
    charsPerToken: mapping.charsPerToken ?? CHARS_PER_TOKEN,
    createdAt: mapping.createdAt ?? "auto",
    ...{ thousands, decimal },
    deletedMarkers: mapping.deletedMarkers ?? DELETED_MARKERS,
  };
}

/**
 * Fields no column seen stands for, each under its own name: a later line may still say them. Not those of which every
 * row needs one: when nothing seen says who wrote it, the file is not what it should be.
 */
function unseen(chosen: Columns): Columns {
  const taken = Object.values(chosen);
  const wanting = NEEDS.filter((need) => !need.fields.some((field) => chosen[field] !== undefined));
  const fields = CANONICAL_FIELDS.filter(
    (field) =>
      chosen[field] === undefined &&
      !taken.includes(field) &&
      !wanting.some((need) => need.fields.includes(field)),
  );
  return Object.fromEntries(fields.map((field) => [field, field]));
}

function misfit(faults: readonly FieldFault[], columns: readonly string[]): DomainError {
  const list = columns.slice(0, 40).map(shortName).join(", ");
  return new DomainError("MANIFEST_MAPPING", `${faults[0]?.message ?? ""} The file's columns are: ${list}.`, {
    faults,
    detail: { columns: columns.slice(0, 200).map(shortName) },
  });
}

/** A column's name as a refusal repeats it: short, and without characters that would garble the sentence. */
const shortName = (name: string): string =>
  (name.length > 60 ? `${cutText(name, 60)}…` : name).replace(/\p{Cc}/gu, "\uFFFD");

type Need = Readonly<{ fields: readonly CanonicalField[]; what: string }>;

const NEEDS: readonly Need[] = [
  { fields: ["contributor"], what: "the contributor (a handle, or an id of yours)" },
  { fields: ["url", "content_id"], what: "the url or the content id" },
  { fields: ["created_at"], what: "the time of creation" },
  { fields: ["tokens", "chars"], what: "the number of tokens, or of characters" },
];

function missing(columns: Columns): FieldFault[] {
  return NEEDS.filter(({ fields }) => !fields.some((field) => columns[field] !== undefined)).map(
    ({ fields, what }) => ({ path: `columns.${fields[0]}`, message: `Choose the column with ${what}.` }),
  );
}
