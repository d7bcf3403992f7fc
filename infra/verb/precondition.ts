import { DomainError } from "@/kernel/errors";
import { invalidField } from "./parse";

const CHARS_MAX = 200;

/** The versions of which one has to be the stored one, or any: the caller says in so many words that it overwrites. */
export type Versions = readonly string[] | "any";

/** The version of what is not stored yet: an edit of it makes it, and overwrites nothing. */
export const NOT_STORED = "none";

/** Compares what a caller saw with what is stored. */
export type Precondition = Readonly<{
  /** False when the caller named versions and this one is none of them. Throws when it had to name one and did not. */
  isExpected(version: string): boolean;
  /** Whether a verb compared at all. */
  asked(): boolean;
}>;

/** `isRequired`: an edit that names no version is refused, because it could overwrite what its caller never saw. */
export function preconditionOf(versions: Versions | undefined, isRequired = false): Precondition {
  let asked = false;
  return {
    asked: () => asked,
    isExpected(version) {
      asked = true;
      if (versions === undefined && isRequired && version !== NOT_STORED) throw versionRequired();
      return versions === undefined || versions === "any" || versions.includes(version);
    },
  };
}

const versionRequired = () =>
  new DomainError(
    "VERSION_REQUIRED",
    "Say which version you edit. Read it first (GET), and send the ETag of that answer as the header If-Match. If-Match: * overwrites whatever is stored.",
  );

/**
 * The versions a caller accepts to be the stored one, from the header If-Match and the field `version`, which say the same;
 * undefined when neither is there. `W/` is ignored: proxies that compress add it.
 */
export function acceptedVersions(ifMatch: string | null, field: unknown): Versions | undefined {
  const byField = field === undefined || field === null || field === "" ? undefined : ofField(field);
  const byHeader = ifMatch === null ? undefined : ofHeader(ifMatch);
  if (byField === undefined) return byHeader;
  if (byHeader === undefined || byHeader === "any") return [byField];
  return byHeader.filter((version) => version === byField);
}

function ofField(field: unknown): string {
  if (typeof field === "string" && field.length <= CHARS_MAX) return field;
  if (typeof field === "number" && Number.isSafeInteger(field)) return String(field);
  throw invalidField("version", "Send the version as the read gave it.");
}

function ofHeader(text: string): Versions {
  if (text.trim() === "*") return "any";
  const tags = text.split(",").map((tag) => /^(?:W\/)?"([^"]*)"$/.exec(tag.trim())?.[1]);
  if (text.length > CHARS_MAX || tags.some((tag) => tag === undefined))
    throw invalidField("If-Match", 'Send the ETag of the read as it is, with its quotation marks: "3".');
  return tags as string[];
}
