import { DomainError, type FieldFault } from "@/kernel/errors";

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

/** Which column of the file is which field; a field that is absent is not in the file. */
export type Columns = Readonly<Partial<Record<CanonicalField, string>>>;

/** How the uploader says a file is to be read; whatever is left out is detected or guessed. */
export type Mapping = Readonly<{
  columns?: Columns | undefined;
  /** Tokens are `greatest(1, round(chars / divisor))` where the file has no token count. */
  charsPerToken?: number | undefined;
  createdAt?: "auto" | "epoch_seconds" | "iso_8601" | undefined;
  encoding?: string | undefined;
  delimiter?: "," | ";" | "\t" | "|" | undefined;
  /** "refuse": 12,345 is a fault. "comma", "point", "space": that sign groups thousands and is dropped. */
  thousands?: "refuse" | "comma" | "point" | "space" | undefined;
  /** Contributor names that stand for nobody; rows with them are taken and belong to no one. */
  deletedMarkers?: readonly string[] | undefined;
}>;

/** A mapping with nothing left open: what the checks run with, and what a manifest's identity is made of. */
export type ResolvedMapping = Readonly<{
  columns: Columns;
  charsPerToken: number;
  createdAt: "auto" | "epoch_seconds" | "iso_8601";
  thousands: "refuse" | "comma" | "point" | "space";
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

/** What each field most likely is in a file with these columns; a column is used once, so `url` and `permalink` do not clash. */
export function guessColumns(columns: readonly string[]): Columns {
  const byKey = new Map<string, string>();
  for (const name of columns) if (!byKey.has(columnKey(name))) byKey.set(columnKey(name), name);
  const guess: Partial<Record<CanonicalField, string>> = {};
  const used = new Set<string>();
  for (const field of CANONICAL_FIELDS) {
    const known = WELL_KNOWN[field].find((name) => {
      const column = byKey.get(columnKey(name));
      return column !== undefined && !used.has(column);
    });
    const column = known === undefined ? undefined : byKey.get(columnKey(known));
    if (column === undefined) continue;
    guess[field] = column;
    used.add(column);
  }
  return guess;
}

/**
 * Fits a mapping to a file's columns: given names are matched without case and spaces, the rest is guessed.
 * An empty name switches a guess off. Throws MANIFEST_MAPPING naming every field that does not fit.
 */
export function resolveMapping(mapping: Mapping, columns: readonly string[]): ResolvedMapping {
  const byKey = new Map(columns.map((name) => [columnKey(name), name] as const));
  const faults: FieldFault[] = [];
  const chosen: Partial<Record<CanonicalField, string>> = {};
  const given = mapping.columns ?? {};
  const free = columns.filter(
    (column) => !Object.values(given).some((name) => columnKey(name) === columnKey(column)),
  );
  const guess = guessColumns(free);
  for (const field of CANONICAL_FIELDS) {
    const name = given[field];
    const column = name === undefined ? guess[field] : byKey.get(columnKey(name));
    if (name !== undefined && name !== "" && column === undefined)
      faults.push({ path: `columns.${field}`, message: `The file has no column "${name}".` });
    if (column !== undefined && name !== "") chosen[field] = column;
  }
  if (faults.length === 0) faults.push(...missing(chosen));
  if (faults.length > 0) {
    const list = columns.slice(0, 40).join(", ");
    throw new DomainError(
      "MANIFEST_MAPPING",
      `${faults[0]?.message ?? ""} The file's columns are: ${list}.`,
      {
        faults,
        detail: { columns: columns.slice(0, 200) },
      },
    );
  }
  return {
    columns: chosen,
    charsPerToken: mapping.charsPerToken ?? CHARS_PER_TOKEN,
    createdAt: mapping.createdAt ?? "auto",
    thousands: mapping.thousands ?? "refuse",
    deletedMarkers: mapping.deletedMarkers ?? DELETED_MARKERS,
  };
}

function missing(columns: Columns): FieldFault[] {
  const faults: FieldFault[] = [];
  const need = (fields: readonly CanonicalField[], what: string) => {
    if (!fields.some((field) => columns[field] !== undefined))
      faults.push({ path: `columns.${fields[0]}`, message: `Say which column holds ${what}.` });
  };
  need(["contributor"], "the contributor (a handle, or an id of yours)");
  need(["url", "content_id"], "the url or the content id");
  need(["created_at"], "the time of creation");
  need(["tokens", "chars"], "the number of tokens, or of characters");
  return faults;
}
