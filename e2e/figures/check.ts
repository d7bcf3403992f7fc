import { BOOK_RULES } from "./book-rules";
import { CLEARANCE_RULES } from "./clearance-rules";
import type { Collected } from "./collect";
import { DEAL_RULES } from "./deal-rules";
import type { Facts } from "./facts";
import { FILE_RULES } from "./file-rules";
import { PEOPLE_RULES } from "./people-rules";
import { fits, type Rules, told, type Viewer } from "./rule";
import { SPLIT_RULES } from "./split-rules";

const RULES: Rules = {
  ...DEAL_RULES,
  ...SPLIT_RULES,
  ...CLEARANCE_RULES,
  ...PEOPLE_RULES,
  ...BOOK_RULES,
  ...FILE_RULES,
};

/** Figures that neither the books nor a file have. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  example: "the worked example of the rules, and samples of the design system",
  price: "what somebody asks for their words: they set it, nothing is computed",
  position: "a line of a file, which is no count",
  "typed.pool": "computed in the browser from what is being typed",
  "typed.part": "computed in the browser from what is being typed",
  "typed.rate": "computed in the browser from what is being typed",
  "typed.answers": "what a deal that is being typed would come to",
};

/** Amounts that stand in plain text, by the page on which they may. */
const IN_TEXT: readonly Readonly<{ on: RegExp; text?: RegExp; why: string }>[] = [
  { on: /\/(inbox|me\/settings)/, why: "a notice is a sentence with what was true when it was written" },
  { on: /^\/dev\/mailbox/, why: "so is a mail" },
  { on: /^\/docs/, why: "prose and examples" },
  { on: /\/deals\/|^\/$/, text: /^Where .* goes$/, why: "the caption of a table that has the same figure" },
  {
    on: /\/deals\//,
    text: /because every contributor is at the cap/,
    why: "part of a hint; the register and contributors have it named",
  },
  { on: /\/(audit|deals\/)/, text: /^Reference /, why: "what the operator wrote down of a payment" },
  {
    on: /^\/me\/payments\//,
    text: /\.\d{4,}/,
    why: "an exact part before it is rounded: what it is rounded to is compared",
  },
];

export type Fault = string;

/** What is wrong on a page: figures that differ, figures nothing knows, amounts without a name. */
export async function check(
  facts: Facts,
  viewer: Viewer,
  { figures, unmarked }: Collected,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { figure, value } of figures) {
    const minus = figure.startsWith("minus:");
    const [name = "", ...of] = (minus ? figure.slice("minus:".length) : figure).split(":");
    if (NOT_COMPARED[name] !== undefined) continue;
    const rule = RULES[name];
    if (rule === undefined) {
      faults.push(`${viewer.path}: nothing says what ${figure} must be`);
      continue;
    }
    const [digits = ""] = value.split(" ");
    const found = minus ? -BigInt(digits) : BigInt(digits);
    try {
      const expected = await rule(facts, of, viewer);
      if (!fits(found, expected))
        faults.push(`${viewer.path}: ${figure} is ${value}, and must be ${told(expected)}`);
    } catch (error) {
      faults.push(`${viewer.path}: ${figure}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const may = (amount: string) =>
    IN_TEXT.some(({ on, text }) => on.test(viewer.path) && (text === undefined || text.test(amount)));
  faults.push(
    ...unmarked
      .filter((text) => !may(text))
      .map((text) => `${viewer.path}: an amount without a name: ${text.slice(0, 120)}`),
  );
  return faults;
}
