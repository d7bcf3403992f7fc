import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { pathsOf } from "@/infra/verb/parse";
import { plainWords } from "@/infra/verb/plain-words";
import type { DomainError, FieldFault } from "@/kernel/errors";

type Words = Readonly<{ message: string; faults: readonly FieldFault[] }>;

/**
 * The words of a refusal on a page. English readers get the verb's own sentence, which knows the facts; others get the
 * sentence of its reason (`detail.because`), or else of its code. Faults that zod finds have words in every language.
 */
export async function problemWords(error: DomainError): Promise<Words> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("problems")]);
  const issues = error.cause instanceof z.ZodError ? error.cause.issues : null;
  const english = locale === "en";
  const reason = reasonOf(error);
  const because =
    reason !== null && t.has(`because.${reason}`) ? t(`because.${reason}`, factsOf(error)) : null;
  if (issues !== null) {
    const faults = issues.flatMap((issue) => {
      const own = isPlainWords(issue) ? null : issue.message;
      const { word, n } = faultOf(issue);
      const said = english && own !== null ? own : t(`faults.${word}`, { n });
      return pathsOf(issue).map((path) => ({ path, message: said }));
    });
    return { message: headingOf(faults, because ?? t(`codes.${error.code}`)), faults };
  }
  const faults = error.faults.map((fault) => ({
    ...fault,
    message: english ? fault.message : inWords(fault),
  }));
  if (faults.length > 0) return { message: headingOf(faults, because ?? t(`codes.${error.code}`)), faults };
  return { message: english ? error.message : (because ?? t(`codes.${error.code}`)), faults };

  function inWords({ because: reason, facts }: FieldFault): string {
    if (reason !== undefined && t.has(`because.${reason}`)) return t(`because.${reason}`, facts ?? {});
    if (because !== null) return because;
    // A single fault is the heading too: what its code says is more than that something is wrong.
    const says = error.faults.length === 1 && error.code !== "INVALID_INPUT";
    return says ? t(`codes.${error.code}`) : t("faults.other");
  }
}

/** One fault is its own heading; of several the heading says that there are some, and never names a field as the API does. */
const headingOf = (faults: readonly FieldFault[], several: string): string =>
  faults.length === 1 ? (faults[0]?.message ?? several) : several;

const reasonOf = ({ detail }: DomainError): string | null =>
  typeof detail.because === "string" ? detail.because : null;

/** The facts a sentence may take: text and counts. */
function factsOf({ detail }: DomainError): Record<string, string | number> {
  const facts = Object.entries(detail).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return Object.fromEntries(facts);
}

/** Something of ours broke: said in the page's language. */
export async function internalWords(): Promise<string> {
  return (await getTranslations("problems"))("codes.INTERNAL");
}

/** Whether nobody had words of their own for this: the sentence is the one of its kind, which each language has for people. */
const isPlainWords = (issue: z.core.$ZodIssue): boolean => issue.message === plainWords(issue as never);

type FaultWord =
  | "required"
  | "choose"
  | "number"
  | "tooShort"
  | "tooLong"
  | "tooFew"
  | "tooMany"
  | "tooSmall"
  | "tooBig"
  | "email"
  | "url"
  | "date"
  | "format"
  | "invisible"
  | "other";

/** What kind of fault it is to the person at the form, and the bound it broke. */
export function faultOf(issue: z.core.$ZodIssue): { word: FaultWord; n: number } {
  switch (issue.code) {
    case "invalid_type":
      return { word: issue.expected === "number" || issue.expected === "int" ? "number" : "required", n: 0 };
    case "too_small": {
      const n = Number(issue.minimum);
      if (issue.origin === "string") return { word: n <= 1 ? "required" : "tooShort", n };
      return { word: issue.origin === "array" ? "tooFew" : "tooSmall", n };
    }
    case "too_big": {
      const n = Number(issue.maximum);
      if (issue.origin === "string") return { word: "tooLong", n };
      return { word: issue.origin === "array" ? "tooMany" : "tooBig", n };
    }
    case "invalid_value":
      return { word: "choose", n: 0 };
    case "invalid_format":
      return { word: FORMATS[issue.format] ?? "format", n: 0 };
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
      return { word: "other", n: 0 };
    case "custom":
      return { word: issue.params?.word === "invisible" ? "invisible" : "other", n: 0 };
  }
}

const FORMATS: Readonly<Record<string, FaultWord>> = {
  email: "email",
  url: "url",
  date: "date",
  datetime: "date",
};
