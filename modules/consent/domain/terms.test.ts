import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/kernel/canonical-json";
import { arbRequest, arbTerms } from "@/test/factories/consent-values";
import { compareTerms, isLess } from "./compare";
import { evaluate } from "./evaluate";
import { PRESETS, presetTerms } from "./presets";
import { canonicalPrefix, scopeKey, scopeOf } from "./scope";
import { allow, SILENT_TERMS, type Terms, termsFromJson, termsToJson } from "./terms";
import { cellWords, effectsInWords, priceWords, termsInWords } from "./words/in-words";

const evaluateAlone = (terms: Terms, request: Parameters<typeof evaluate>[1]) =>
  evaluate([{ scope: { kind: "person" }, termsVersionId: "trm_1", terms }], request);

describe("the stored form", () => {
  test("is stable and keeps every decision", () => {
    fc.assert(
      fc.property(arbTerms, arbRequest, (terms, request) => {
        const json = termsToJson(terms);
        const again = termsFromJson(json);
        expect(canonicalJson(termsToJson(again))).toBe(canonicalJson(json));
        expect(evaluateAlone(again, request)).toEqual(evaluateAlone(terms, request));
      }),
    );
  });

  test("is one text for one meaning: order, doubles and idle conditions do not matter", () => {
    const of = (buyersBlocked: string[], currency: "USD" | "EUR"): string => {
      const preset = presetTerms("never", currency);
      const pretraining = {
        ...preset.uses.pretraining,
        conditions: { ...preset.uses.pretraining.conditions, buyersBlocked },
      };
      return canonicalJson(termsToJson({ ...preset, uses: { ...preset.uses, pretraining } }));
    };
    expect(of(["b", "a", "a"], "USD")).toBe(of([], "EUR"));
  });
});

describe("in words", () => {
  test("each preset reads as one sentence", () => {
    expect(PRESETS.map((preset) => termsInWords(presetTerms(preset, "USD")))).toEqual([
      ["Every use: no."],
      ["Every use: open weights yes, free; closed weights yes, from 0.01 USD per 1,000 tokens."],
      ["Every use: yes, free (for research purposes only)."],
      ["Every use: yes, from 0.01 USD per 1,000 tokens."],
    ]);
  });

  test("silence and withdrawal are said as such", () => {
    expect(termsInWords(SILENT_TERMS)[0]).toMatch(/No terms are set/);
    expect(termsInWords(null)[0]).toMatch(/withdrew these terms/);
  });

  test("prices are exact", () => {
    expect([1n, 10_000n, 1_500_000n, 2_000_000n, 12_345n].map((m) => priceWords(m, "USD"))).toEqual([
      "0.000001 USD",
      "0.01 USD",
      "1.50 USD",
      "2.00 USD",
      "0.012345 USD",
    ]);
    expect(cellWords(allow(0n), "USD")).toBe("yes, free");
  });

  test("effects say what cannot be undone, both ways", () => {
    expect(effectsInWords({ lessThanBefore: true, scheduled: false }).cannotUndo.join(" ")).toMatch(
      /does not forget/,
    );
    expect(effectsInWords({ lessThanBefore: false, scheduled: true }).changes[0]).toMatch(/Until then/);
  });
});

describe("a comparison", () => {
  test("is empty exactly when nothing differs, and joins what changed alike", () => {
    fc.assert(
      fc.property(arbTerms, (terms) => {
        expect(compareTerms([terms], [termsFromJson(termsToJson(terms))])).toEqual([]);
      }),
    );
    expect(compareTerms([null], [presetTerms("never", "USD")])).toMatchObject([
      { uses: expect.any(Array), weights: null, before: "not set", after: "no" },
    ]);
  });

  test("is about what holds: taking back a narrow no lets a wider yes hold again", () => {
    const wide = presetTerms("paid_anything", "USD");
    const [change] = compareTerms([presetTerms("never", "USD"), wide], [null, wide]);
    expect(change).toMatchObject({ before: "no", after: "yes, from 0.01 USD per 1,000 tokens" });
    expect(isLess([presetTerms("never", "USD"), wide], [null, wide])).toBe(false);
    expect(isLess([wide], [null])).toBe(true);
  });
});

describe("a scope", () => {
  test("has a key that names it again", () => {
    for (const scope of [
      { kind: "work", workId: "wrk_1" },
      { kind: "url_prefix", handleId: "hdl_1", prefix: "https://forum.example/a|b/" },
      { kind: "handle", handleId: "hdl_1" },
      { kind: "person" },
    ] as const)
      expect(scopeOf(scope.kind, scopeKey(scope, "per_1"))).toEqual(scope);
  });

  test.each([
    ["https://Forum.Example/u/alice", "https://forum.example/u/alice/"],
    ["https://forum.example", "https://forum.example/"],
    ["ftp://forum.example/", null],
    ["https://forum.example/?q=1", null],
    ["https://me@forum.example/", null],
    ["alice", null],
  ])("prefix %s is %s", (raw, canonical) =>
    expect(canonicalPrefix(raw)).toEqual(
      canonical === null ? { fault: expect.any(String), code: expect.any(String) } : { prefix: canonical },
    ),
  );

  test("a prefix is as long as its canonical form, with the slash at its end", () => {
    const of = (folder: string) => canonicalPrefix(`https://forum.example/${folder}`);
    expect(of("a".repeat(1977))).toEqual({ prefix: `https://forum.example/${"a".repeat(1977)}/` });
    for (const folder of ["a".repeat(1978), "文".repeat(600), "文".repeat(1900)])
      expect(of(folder)).toMatchObject({ code: "too_long" });
  });
});
