type Rules = {
  weighting?: string;
  contributorShareBps?: number;
  reserveBps?: number;
  capBps?: number;
};
/** A field that is no percentage of its kind, and the name of the sentence that says so. */
type Fault = Readonly<{ field: Field; word: "notPercent" | "notCap" }>;

/** The fields of a what-if form and the rules they stand for. */
const PERCENTS = [
  ["contributorShare", "contributorShareBps"],
  ["reserve", "reserveBps"],
  ["cap", "capBps"],
] as const;
type Field = (typeof PERCENTS)[number][0];

/** What a what-if form asks: fields left empty are as the deal says; percents become basis points, exactly. */
export function whatIfOf(form: FormData): Readonly<{ rules: Rules; faults: readonly Fault[] }> {
  const rules: Rules = {};
  const faults: Fault[] = [];
  const weighting = String(form.get("weighting") ?? "");
  if (weighting !== "") rules.weighting = weighting;
  for (const [field, rule] of PERCENTS) {
    const text = String(form.get(field) ?? "").trim();
    if (text === "") continue;
    const bps = basisPoints(text);
    const least = field === "cap" ? 1 : 0;
    if (bps === null || bps < least || bps > 10_000)
      faults.push({ field, word: field === "cap" ? "notCap" : "notPercent" });
    else rules[rule] = bps;
  }
  return { rules, faults };
}

/** The field of the form that a rule was written in. */
export const fieldOfRule = (path: string): string => PERCENTS.find(([, rule]) => rule === path)?.[0] ?? path;

function basisPoints(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text);
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
