import { expect, test } from "vitest";
import { presetTerms } from "../presets";
import { DENY, SILENT_TERMS } from "../terms";
import { glance, limits } from "./at-a-glance";

test("the ready-made terms are said in a word for each openness", () => {
  const said = (preset: Parameters<typeof presetTerms>[0]) => {
    const terms = presetTerms(preset, "USD");
    return [glance(terms, "open"), glance(terms, "closed"), limits(terms)];
  };
  const priced = { says: "priced", fromMicros: 10_000n, toMicros: 10_000n };
  expect(said("never")).toEqual([{ says: "no" }, { says: "no" }, null]);
  expect(said("open_or_pay")).toEqual([{ says: "free" }, priced, null]);
  expect(said("research_only")).toEqual([{ says: "free" }, { says: "free" }, "research"]);
  expect(said("paid_anything")).toEqual([priced, priced, null]);
});

test("where uses differ it depends; silence is silence; a condition is never left out", () => {
  const open = presetTerms("open_or_pay", "USD");
  const mixed = { ...open, uses: { ...open.uses, synthesis: { ...open.uses.synthesis, open: DENY } } };
  expect(glance(mixed, "open")).toEqual({ says: "depends" });
  const paid = presetTerms("paid_anything", "USD");
  const dearer = { stance: "allow", floorMicros: 50_000n } as const;
  const uneven = { ...paid, uses: { ...paid.uses, pretraining: { ...paid.uses.pretraining, open: dearer } } };
  expect(glance(uneven, "open")).toEqual({ says: "priced", fromMicros: 10_000n, toMicros: 50_000n });
  expect(glance(SILENT_TERMS, "closed")).toEqual({ says: "nothing" });
  const { conditions } = open.uses.indexing;
  const tied = {
    ...open,
    uses: {
      ...open.uses,
      indexing: { ...open.uses.indexing, conditions: { ...conditions, attribution: true } },
    },
  };
  expect(limits(tied)).toBe("conditions");
});
