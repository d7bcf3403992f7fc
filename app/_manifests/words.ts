type Tone = "neutral" | "good" | "waiting" | "bad";

export const MANIFEST_STATE_WORDS: Record<
  "queued" | "checking" | "ready" | "failed" | "cancelled",
  { label: string; tone: Tone }
> = {
  queued: { label: "Waiting", tone: "neutral" },
  checking: { label: "Being checked", tone: "waiting" },
  ready: { label: "Ready", tone: "good" },
  failed: { label: "Not usable", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export const FIELD_WORDS: Record<string, { label: string; hint: string }> = {
  contributor: { label: "Contributor", hint: "Who wrote it: a handle, or an id of yours. Needed." },
  url: { label: "Address", hint: "The item's own page. This or the item id is needed." },
  content_id: { label: "Item id", hint: "Finds items that are listed twice." },
  created_at: { label: "Created at", hint: "Seconds since 1970, or ISO 8601. Needed." },
  tokens: { label: "Tokens", hint: "How much it is. This or characters is needed." },
  chars: { label: "Characters", hint: "Tokens are derived from it where there are none." },
  score: { label: "Score", hint: "For deals weighted by score." },
  comments: { label: "Comments", hint: "Kept with the row." },
  quality: { label: "Quality", hint: "For deals weighted by quality." },
  work_id: { label: "Work id", hint: "ISBN, DOI or your own id of a work." },
  title: { label: "Title", hint: "Kept with the row." },
  community: { label: "Community", hint: "Kept with the row." },
  language: { label: "Language", hint: "A language tag such as en or pt-BR." },
  status: { label: "Status", hint: "live, removed or deleted; live when left out." },
};

/** "date_in_milliseconds" → "Date in milliseconds". */
export function reasonLabel(reason: string): string {
  const words = reason
    .replaceAll("_", " ")
    .replace("url", "address")
    .replace("json", "JSON")
    .replace("iso 8601", "ISO 8601");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** 27641201 → "27.6 MB". */
export function bytesText(bytes: string | number): string {
  let value = Number(bytes);
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

export const DELIMITER_WORDS: Record<string, string> = {
  ",": "comma (,)",
  ";": "semicolon (;)",
  "\t": "tab",
  "|": "bar (|)",
};

/** Text from strangers: what is invisible, or would turn the line around (bidi marks), is written out as ⟨U+202E⟩. */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\u2800]/gu, (char) =>
    char === "\n" ? char : `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}
