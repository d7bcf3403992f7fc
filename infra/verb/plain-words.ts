import type { z } from "zod";

/**
 * What is wrong with a field, as a sentence a person understands; zod's own wording ("expected string, received undefined")
 * is never shown. A schema that has words of its own is not asked here.
 */
export const plainWords: z.core.$ZodErrorMap = (issue) => sentence(issue);

type Issue = z.core.$ZodRawIssue;

function sentence(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "This is required." : (TYPES[issue.expected] ?? NOT_AS_EXPECTED);
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return atLeast(issue);
    case "too_big":
      return atMost(issue);
    case "invalid_format":
      return FORMATS[issue.format] ?? "This format is not valid.";
    case "not_multiple_of":
      return `Give a multiple of ${issue.divisor}.`;
    case "unrecognized_keys":
      return "There is no such field. Check its spelling, including capitals.";
    case "invalid_key":
      return "A name in this object is not valid here.";
    case "invalid_union":
      return ofUnion(issue);
    default:
      return NOT_AS_EXPECTED;
  }
}

const NOT_AS_EXPECTED = "This is not valid.";

const TYPES: Readonly<Record<string, string>> = {
  string: "Give text.",
  number: "Give a number.",
  int: "Give a whole number.",
  boolean: "Give true or false.",
  array: "Give a list.",
  object: "Give an object.",
  record: "Give an object.",
  null: "Leave this out, or give null.",
};

/** The types of a union's members, where it has no words of its own and no member came near. */
function ofUnion(issue: Extract<Issue, { code: "invalid_union" }>): string {
  if (issue.input === undefined) return "This is required.";
  const types = [
    ...new Set(
      (issue.errors ?? []).flatMap(([first]) => (first?.code === "invalid_type" ? [first.expected] : [])),
    ),
  ];
  const [only] = types;
  return types.length === 1 && only !== undefined ? (TYPES[only] ?? NOT_AS_EXPECTED) : NOT_AS_EXPECTED;
}

const MANY = 40;

function oneOf(values: readonly unknown[]): string {
  const shown = values.slice(0, MANY).map(String);
  if (shown.length === 1) return `This can only be ${shown[0]}.`;
  return `Give one of ${shown.join(", ")}${values.length > MANY ? " and others" : ""}.`;
}

const number = (value: number | bigint) => value.toLocaleString("en");
const things = (count: number | bigint, one: string) =>
  `${number(count)} ${one}${Number(count) === 1 ? "" : "s"}`;

function atLeast({ origin, minimum, inclusive }: Extract<Issue, { code: "too_small" }>): string {
  if (origin === "string")
    return Number(minimum) <= 1 ? "This is required." : `Give at least ${things(minimum, "character")}.`;
  if (origin === "array" || origin === "set") return `Give at least ${things(minimum, "item")}.`;
  return inclusive === false ? `Give more than ${number(minimum)}.` : `Give at least ${number(minimum)}.`;
}

function atMost({ origin, maximum, inclusive }: Extract<Issue, { code: "too_big" }>): string {
  if (origin === "string") return `Give at most ${things(maximum, "character")}.`;
  if (origin === "array" || origin === "set") return `Give at most ${things(maximum, "item")}.`;
  return inclusive === false ? `Give less than ${number(maximum)}.` : `Give at most ${number(maximum)}.`;
}

const FORMATS: Readonly<Record<string, string>> = {
  email: "This is not an e-mail address.",
  url: "This is not a web address.",
  date: "Give a day as YYYY-MM-DD.",
  datetime: "Give an instant such as 2026-11-23T12:00:00Z.",
};
