import { DomainError } from "@/kernel/errors";

const CHARS_MAX = 200;

/**
 * The versions a caller accepts to be the stored one, from the header If-Match and the field `version`, which say the same;
 * undefined when neither is there. `W/` is ignored: proxies that compress add it.
 */
export function acceptedVersions(ifMatch: string | null, field: unknown): readonly string[] | undefined {
  const byField = field === undefined || field === null || field === "" ? undefined : ofField(field);
  const byHeader = ifMatch === null || ifMatch.trim() === "*" ? undefined : ofHeader(ifMatch);
  if (byField === undefined) return byHeader;
  if (byHeader === undefined) return [byField];
  return byHeader.filter((version) => version === byField);
}

function ofField(field: unknown): string {
  if (typeof field === "string" && field.length <= CHARS_MAX) return field;
  if (typeof field === "number" && Number.isSafeInteger(field)) return String(field);
  throw invalid("version", "Send the version as the read gave it.");
}

function ofHeader(text: string): readonly string[] {
  const tags = text.split(",").map((tag) => /^(?:W\/)?"([^"]*)"$/.exec(tag.trim())?.[1]);
  if (text.length > CHARS_MAX || tags.some((tag) => tag === undefined))
    throw invalid("If-Match", 'Send the ETag of the read as it is, with its quotation marks: "3".');
  return tags as string[];
}

const invalid = (path: string, message: string): DomainError =>
  new DomainError("INVALID_INPUT", `${path}: ${message}`, { faults: [{ path, message }] });
