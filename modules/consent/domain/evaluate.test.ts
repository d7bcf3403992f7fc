import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbLayer, arbRequest, arbTerms, arbWorld } from "@/test/factories/consent-values";
import { combineAuthors, evaluate, type Layer, REASONS } from "./evaluate";
import { presetTerms } from "./presets";
import type { ConsentRequest } from "./request";
import { breadth } from "./scope";
import { allow, DENY, everyUse, NO_CONDITIONS, SILENT_TERMS, type Terms, UNSET } from "./terms";
import { USES, type Use } from "./uses";

const REQUEST: ConsentRequest = {
  uses: ["pretraining"],
  buyerId: "org_lab",
  buyerName: "Example Lab",
  weights: "closed",
  purpose: "commercial",
  attribution: false,
  distillation: true,
  currency: "USD",
  at: new Date("2026-06-01T00:00:00Z"),
};

const person = (terms: Terms | null, termsVersionId = "trm_p"): Layer => ({
  scope: { kind: "person" },
  termsVersionId,
  terms,
});
const handle = (terms: Terms | null, termsVersionId = "trm_h"): Layer => ({
  scope: { kind: "handle", handleId: "hdl_1" },
  termsVersionId,
  terms,
});
const only = (use: Use, part: Partial<Terms["uses"][Use]>, currency: Terms["currency"] = "USD"): Terms => ({
  currency,
  uses: { ...SILENT_TERMS.uses, [use]: { ...SILENT_TERMS.uses[use], ...part } },
});

describe("a decision", () => {
  test("with no terms anywhere is unset, and says so", () => {
    expect(evaluate([], REQUEST)).toMatchObject({ verdict: "unset", reason: "no_terms", decidedBy: null });
    expect(evaluate([person(null)], REQUEST)).toMatchObject({ verdict: "unset", reason: "withdrawn" });
    expect(evaluate([person(SILENT_TERMS)], REQUEST)).toMatchObject({ reason: "use_unset" });
  });

  test("comes from the narrowest scope that takes a stance, and names it", () => {
    const layers = [person(presetTerms("never", "USD")), handle(presetTerms("paid_anything", "USD"))];
    expect(evaluate(layers, REQUEST)).toMatchObject({
      verdict: "cleared",
      reason: "allowed",
      decidedBy: { scope: { kind: "handle" }, versionId: "trm_h" },
      floorMicros: 10_000n,
    });
    const silent = only("pretraining", { open: allow(0n), closed: UNSET });
    expect(evaluate([person(presetTerms("never", "USD")), handle(silent)], REQUEST)).toMatchObject({
      verdict: "refused",
      decidedBy: { versionId: "trm_p" },
    });
  });

  test("deny beats allow within one scope", () => {
    const layers = [
      handle(presetTerms("paid_anything", "USD"), "trm_1"),
      handle(presetTerms("never", "USD"), "trm_2"),
    ];
    expect(evaluate(layers, REQUEST)).toMatchObject({ reason: "denied", decidedBy: { versionId: "trm_2" } });
  });

  test.each<[string, Partial<Terms["uses"][Use]>, Partial<ConsentRequest>, string]>([
    ["open weights only", { open: allow(0n), closed: DENY }, {}, "weights_closed"],
    ["a plain no", { open: DENY, closed: DENY }, {}, "denied"],
    [
      "a blocked buyer by name",
      { conditions: { ...NO_CONDITIONS, buyersBlocked: ["  example  LAB "] } },
      {},
      "buyer_blocked",
    ],
    [
      "a buyer who is not listed",
      { conditions: { ...NO_CONDITIONS, buyersAllowed: ["org_other"] } },
      {},
      "buyer_not_listed",
    ],
    ["a purpose", { conditions: { ...NO_CONDITIONS, purposes: ["research"] } }, {}, "purpose"],
    ["attribution", { conditions: { ...NO_CONDITIONS, attribution: true } }, {}, "attribution"],
    ["no distillation", { conditions: { ...NO_CONDITIONS, noDistillation: true } }, {}, "distillation"],
    ["the last day", { conditions: { ...NO_CONDITIONS, until: REQUEST.at } }, {}, "expired"],
    ["a floor in another currency", { closed: allow(5n) }, { currency: "EUR" }, "floor_currency"],
  ])("%s that is not met refuses, and wider terms do not rescue it", (_, part, asked, reason) => {
    const terms = only("pretraining", { open: allow(0n), closed: allow(0n), ...part });
    const layers = [person(presetTerms("open_or_pay", "EUR")), handle(terms)];
    expect(evaluate(layers, { ...REQUEST, ...asked })).toMatchObject({
      verdict: "refused",
      reason,
      decidedBy: { versionId: "trm_h" },
      floorMicros: null,
    });
  });

  test("on several uses is the strictest of them, at the highest floor", () => {
    const terms: Terms = {
      currency: "USD",
      uses: {
        ...SILENT_TERMS.uses,
        pretraining: { open: allow(0n), closed: allow(3n), conditions: NO_CONDITIONS },
        synthesis: { open: DENY, closed: DENY, conditions: NO_CONDITIONS },
        grounding: { open: allow(0n), closed: allow(7n), conditions: NO_CONDITIONS },
      },
    };
    const asked = (uses: Use[]) => evaluate([person(terms)], { ...REQUEST, uses });
    expect(asked(["pretraining", "grounding"])).toMatchObject({ verdict: "cleared", floorMicros: 7n });
    expect(asked(["pretraining", "indexing"])).toMatchObject({ verdict: "unset", reason: "use_unset" });
    expect(asked(["indexing", "synthesis", "pretraining"])).toMatchObject({ verdict: "refused" });
    expect(asked([])).toMatchObject({ verdict: "unset", reason: "no_use" });
  });

  test("gives way to a choice about the very deal", () => {
    const never = [person(presetTerms("never", "USD"))];
    const paid = [person(presetTerms("paid_anything", "USD"))];
    expect(evaluate(never, REQUEST, { id: "chc_1", choice: "join" })).toMatchObject({
      verdict: "cleared",
      reason: "joined",
      floorMicros: null,
      decidedBy: { versionId: "chc_1" },
    });
    expect(evaluate(paid, REQUEST, { id: "chc_2", choice: "object" })).toMatchObject({ reason: "objected" });
    expect(evaluate(paid, REQUEST, { id: "chc_3", choice: "neutral" })).toMatchObject({ reason: "allowed" });
  });

  test("of several authors needs everybody's yes", () => {
    const yes = evaluate([person(presetTerms("paid_anything", "USD"))], REQUEST);
    const no = evaluate([person(presetTerms("never", "USD"), "trm_b")], REQUEST);
    const silent = evaluate([], REQUEST);
    expect(combineAuthors([yes, no, silent])).toMatchObject({
      reason: "denied",
      decidedBy: { versionId: "trm_b" },
    });
    expect(combineAuthors([yes, silent])).toMatchObject({ verdict: "unset" });
    expect(combineAuthors([yes, yes])).toMatchObject({ verdict: "cleared", floorMicros: 10_000n });
  });
});

const RANK = { refused: 0, unset: 1, cleared: 2 } as const;

describe("always", () => {
  test("there is a verdict, a reason of that verdict, and a version for every refusal and clearing", () => {
    fc.assert(
      fc.property(arbWorld, ({ layers, request, choice }) => {
        const decision = evaluate(layers, request, choice);
        expect(REASONS[decision.verdict]).toContain(decision.reason);
        expect(decision.decidedBy === null).toBe(decision.verdict === "unset");
        if (decision.floorMicros !== null) expect(decision.verdict).toBe("cleared");
      }),
    );
  });

  test("the order of layers makes no difference", () => {
    fc.assert(
      fc.property(arbWorld, fc.nat(), ({ layers, request, choice }, turn) => {
        const at = layers.length === 0 ? 0 : turn % layers.length;
        const turned = [...layers.slice(at), ...layers.slice(0, at)].reverse();
        expect(evaluate(turned, request, choice)).toEqual(evaluate(layers, request, choice));
      }),
    );
  });

  test("adding a wider allow never clears what was refused", () => {
    fc.assert(
      fc.property(arbWorld, ({ layers, request }) => {
        const widest = Math.max(0, ...layers.map((l) => breadth(l.scope)));
        fc.pre(layers.length > 0 && widest < breadth({ kind: "person" }));
        const wider = person(presetTerms("paid_anything", request.currency), "trm_wider");
        const before = evaluate(layers, request);
        const after = evaluate([...layers, wider], request);
        if (before.verdict === "refused") expect(after.verdict).toBe("refused");
      }),
    );
  });

  test("a stricter version of any layer never clears more", () => {
    fc.assert(
      fc.property(
        arbWorld,
        fc.nat(),
        fc.constantFrom(...STRICTER),
        ({ layers, request, choice }, pick, stricter) => {
          const at = layers.length === 0 ? -1 : pick % layers.length;
          const changed = layers.map((layer, i) =>
            i === at && layer.terms !== null ? { ...layer, terms: stricter(layer.terms) } : layer,
          );
          const before = evaluate(layers, request, choice);
          const after = evaluate(changed, request, choice);
          expect(RANK[after.verdict]).toBeLessThanOrEqual(RANK[before.verdict]);
        },
      ),
    );
  });

  test("silence is never a yes", () => {
    fc.assert(
      fc.property(fc.array(arbLayer), arbRequest, (layers, request) => {
        const silent = layers.map((layer) => ({ ...layer, terms: layer.terms && SILENT_TERMS }));
        expect(evaluate(silent, request).verdict).toBe("unset");
      }),
    );
  });

  test("asking for one use more never turns a refusal or a silence into a clearing", () => {
    fc.assert(
      fc.property(arbWorld, fc.constantFrom(...USES), ({ layers, request }, use) => {
        fc.pre(request.uses.length > 0);
        const more = evaluate(layers, { ...request, uses: [...request.uses, use] });
        expect(RANK[more.verdict]).toBeLessThanOrEqual(RANK[evaluate(layers, request).verdict]);
      }),
    );
  });

  test("a plain no at the narrowest scope refuses", () => {
    fc.assert(
      fc.property(arbTerms, arbRequest, (wide, request) => {
        fc.pre(request.uses.length > 0);
        const decision = evaluate([person(wide), handle(presetTerms("never", "USD"))], request);
        expect(decision).toMatchObject({ verdict: "refused", reason: "denied" });
      }),
    );
  });
});

/** Ways to be stricter without falling silent: silence hands the question to wider terms, which may be kinder. */
const STRICTER: readonly ((terms: Terms) => Terms)[] = [
  (terms) => map(terms, (part) => ({ ...part, open: DENY, closed: DENY })),
  (terms) => map(terms, (part) => (part.closed.stance === "allow" ? { ...part, closed: DENY } : part)),
  (terms) => map(terms, (part) => withConditions(part, { attribution: true, noDistillation: true })),
  (terms) => map(terms, (part) => withConditions(part, { buyersAllowed: [] })),
  (terms) => map(terms, (part) => withConditions(part, { purposes: [] })),
  (terms) => map(terms, (part) => withConditions(part, { until: new Date(0) })),
  (terms) =>
    map(terms, (part) =>
      part.closed.stance === "allow" ? { ...part, closed: allow(part.closed.floorMicros + 9n) } : part,
    ),
];
type Part = Terms["uses"][Use];
const map = (terms: Terms, change: (part: Part) => Part): Terms => ({
  ...terms,
  uses: everyUse((use) => change(terms.uses[use])),
});
const withConditions = (part: Part, conditions: Partial<Part["conditions"]>): Part => ({
  ...part,
  conditions: { ...part.conditions, ...conditions },
});
