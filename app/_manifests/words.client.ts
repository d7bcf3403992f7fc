import type { useTranslations } from "next-intl";
import type { ManifestView } from "@/modules/manifests/schema";
import { marksOf } from "@/ui/text/decimal";

type ManifestState = ManifestView["state"];
type Tone = "neutral" | "good" | "waiting" | "bad";
/** What `useTranslations("manifests")` and `await getTranslations("manifests")` give. */
export type ManifestWords = ReturnType<typeof useTranslations<"manifests">>;

export const MANIFEST_TONES: Record<ManifestState, Tone> = {
  queued: "neutral",
  checking: "waiting",
  ready: "good",
  no_usable_rows: "bad",
  failed: "bad",
  cancelled: "neutral",
};

/** A field of a row ("contributor"), or the whole row. */
export function fieldText(t: ManifestWords, field: string): string {
  const key = `field.${field}.label` as "field.row.label";
  return t.has(key) ? t(key) : field;
}

export function reasonText(t: ManifestWords, reason: string): { label: string; fix: string } {
  const key = reason as "missing";
  if (!t.has(`reason.${key}.label`)) return { label: reason.replaceAll("_", " "), fix: "" };
  return { label: t(`reason.${key}.label`), fix: t(`reason.${key}.fix`) };
}

export function noteText(t: ManifestWords, note: string): { label: string; text: string } {
  const key = note as "url_relative";
  if (!t.has(`note.${key}.label`)) return { label: note.replaceAll("_", " "), text: "" };
  return { label: t(`note.${key}.label`), text: t(`note.${key}.text`) };
}

const DELIMITERS = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
  "^": "caret",
  "~": "tilde",
  ":": "colon",
  " ": "space",
} as const;
export const DELIMITER_SIGNS = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];

export function delimiterText(t: ManifestWords, sign: string): string {
  const name = DELIMITERS[sign as keyof typeof DELIMITERS];
  return name === undefined ? visibleText(sign) : t(`reading.delimiters.${name}`);
}

/** "A delimited table, packed with gzip". */
export function formatText(t: ManifestWords, file: Pick<ManifestView, "format" | "compression">): string {
  const format = t(`mapping.formats.${file.format}`);
  if (file.compression === "none") return format;
  const packing = file.compression === "gzip" ? "gzip" : "Zstandard";
  return t("mapping.formats.packed", { format, packing });
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** 27641201 → "27.6 MB", in German "27,6 MB". */
export function bytesText(bytes: string | number, locale = "en"): string {
  let value = Number(bytes);
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const figure = unit === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
  return `${figure.replace(".", marksOf(locale).point)}\u00a0${UNITS[unit]}`;
}

/** Text from strangers: what is invisible, or would turn the line around (bidi marks), is written out as ⟨U+202E⟩. */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\u2800]/gu, (char) =>
    char === "\n" ? char : `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}
