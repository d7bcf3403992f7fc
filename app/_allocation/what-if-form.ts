import type { ActionResult } from "@/app/_web/action";

type Rules = {
  weighting?: string;
  contributorShareBps?: number;
  reserveBps?: number;
  capBps?: number | null;
};
type Asked = { ok: true; rules: Rules } | { ok: false; refusal: ActionResult };

const PERCENTS = [
  ["contributorShare", "contributorShareBps"],
  ["reserve", "reserveBps"],
  ["cap", "capBps"],
] as const;

/** What a what-if form asks: fields left empty are as the deal says; percents become basis points, exactly. */
export function whatIfOf(form: FormData): Asked {
  const rules: Rules = {};
  const weighting = String(form.get("weighting") ?? "");
  if (weighting !== "") rules.weighting = weighting;
  for (const [field, rule] of PERCENTS) {
    const text = String(form.get(field) ?? "").trim();
    if (text === "") continue;
    const bps = basisPoints(text);
    if (bps === null) {
      const message = "Give a percentage such as 50 or 12.5.";
      const faults = [{ path: field, message }];
      return { ok: false, refusal: { ok: false, code: "INVALID_INPUT", message, faults, requestId: "" } };
    }
    rules[rule] = bps;
  }
  return { ok: true, rules };
}

function basisPoints(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text);
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
