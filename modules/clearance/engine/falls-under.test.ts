import { describe, expect, test } from "vitest";
import { allow, DENY } from "@/modules/consent/domain/terms";
import { decideRows } from "@/test/factories/clearance-run";
import { NO, type Row, type World, YES } from "@/test/factories/clearance-world";
import type { Verdict } from "../domain/verdict";

describe("which terms a row falls under", { timeout: 60_000 }, () => {
  const at = (prefix: string) => ({ scheme: "url_prefix", value: prefix });
  const base: World = { people: { ann: YES, ben: YES }, handles: {}, prefixes: [], works: [], objects: [] };
  const row = (of: Partial<Row>): Row => ({
    ...{ contributor: "ann", url: null, contentId: null, workId: null, tokens: 1n, status: "live" },
    ...of,
  });
  const verdictsOf = async (world: World, rows: readonly Row[], workColumn?: string) => {
    const verdicts: (Verdict | undefined)[] = [];
    for (const one of rows)
      verdicts.push((await decideRows(world, [one], workColumn)).reasons.map(({ verdict }) => verdict)[0]);
    return verdicts;
  };
  const duet = {
    authors: ["ann", "ben"] as const,
    identifiers: [at("https://f.example/a/")],
    terms: { ben: NO },
  };

  test("a longer prefix does not answer for the co-author of a work above it", async () => {
    const allowed = { who: "ann" as const, prefix: "https://f.example/a/b/", terms: YES };
    const rows = [row({ url: "https://f.example/a/b/2" })];
    expect(await verdictsOf({ ...base, prefixes: [allowed], works: [duet] }, rows)).toEqual(["refused"]);
  });

  test("nor does another work of one's own within it, by prefix, address or name", async () => {
    for (const identifier of [
      at("https://f.example/a/b/"),
      { scheme: "url", value: "https://f.example/a/b/2" },
    ]) {
      const solo = { authors: ["ann"] as const, identifiers: [identifier], terms: { ann: YES } };
      const rows = [
        row({ url: "https://f.example/a/b/2" }),
        row({ url: "https://f.example/a/x", workId: "wrk_1" }),
      ];
      expect(await verdictsOf({ ...base, works: [duet, solo] }, rows)).toEqual(["refused", "refused"]);
    }
  });

  test("a work's no to one use stands, whatever a prefix says of another", async () => {
    const work = {
      authors: ["ann"] as const,
      identifiers: [at("https://f.example/a/")],
      terms: { ann: { evaluation: DENY } },
    };
    const longer = {
      who: "ann" as const,
      prefix: "https://f.example/a/b/",
      terms: { pretraining: allow(0n) },
    };
    const rows = [row({ url: "https://f.example/a/b/2" }), row({ url: "https://f.example/c" })];
    expect(await verdictsOf({ ...base, works: [work], prefixes: [longer] }, rows)).toEqual([
      "refused",
      "cleared",
    ]);
  });

  test("of two names of equal rank the no counts, however long the other is", async () => {
    const solo = (scheme: string, of: string, said: typeof YES) => ({
      ...{ authors: ["ann"] as const, identifiers: [{ scheme, value: of }], terms: { ann: said } },
    });
    const world = {
      ...base,
      works: [solo("url", "https://f.example/a-long-address", YES), solo("isbn", "9780804429573", NO)],
    };
    const rows = [row({ url: "https://f.example/a-long-address", workId: "9780804429573" })];
    expect(await verdictsOf(world, rows)).toEqual(["refused"]);
  });

  test("a work that is silent is under the prefix of the row, not of its other addresses", async () => {
    const prefixes = [{ who: "ann" as const, prefix: "https://f.example/private/", terms: NO }];
    const identifiers = [at("https://f.example/"), at("https://f.example/private/")];
    const works = [{ authors: ["ann", "ben"] as const, identifiers, terms: {} }];
    const rows = [
      ...["https://f.example/open/1", "https://f.example/private/1"].map((url) => row({ url })),
      row({ workId: "wrk_0", contentId: "t3_abc" }),
      row({ workId: "wrk_0", contentId: "https://f.example/private/1" }),
    ];
    expect(await verdictsOf({ ...base, prefixes, works }, rows)).toEqual([
      "cleared",
      "refused",
      "cleared",
      "refused",
    ]);
  });

  test("no spelling of an address leaves a prefix or enters one", async () => {
    const prefixes = [
      { who: "ann" as const, prefix: "https://f.example/private/", terms: NO },
      { who: "ann" as const, prefix: "https://f.example/open/", terms: YES },
    ];
    const inside = [
      "HTTPS://F.example/private/1",
      "https://f.example:443/private/1",
      "http://f.example/private/1",
      "https://f.example/%70rivate/1",
      "https://f.example/x/../private/1",
      "https://f.example/open/../private/1",
      "https://f.example/private",
      "https://f.example/private?p=2",
    ].map((url) => row({ url }));
    const outside = [
      row({ url: "https://f.example/privateer" }),
      row({ url: "https://f.example/private/../1" }),
    ];
    const world = { ...base, prefixes };
    expect(await verdictsOf(world, inside)).toEqual(inside.map(() => "refused"));
    expect(await verdictsOf(world, outside)).toEqual(["cleared", "cleared"]);
  });

  test("an address in the content id names a work in addition to the url, and prefixes where there is no url", async () => {
    const work = {
      ...{ authors: ["ann"] as const, terms: { ann: NO } },
      identifiers: [{ scheme: "url", value: "https://f.example/1" }],
    };
    const prefixes = [{ who: "ann" as const, prefix: "https://f.example/private/", terms: NO }];
    const rows = [
      row({ url: "https://f.example/x", contentId: "http://F.example/1" }),
      row({ contentId: "http://f.example/private/1" }),
      row({ url: "https://f.example/x", contentId: "http://f.example/private/1" }),
    ];
    expect(await verdictsOf({ ...base, works: [work], prefixes }, rows)).toEqual([
      ...["refused", "refused", "cleared"],
    ]);
  });

  test("a number in a column of ISBNs is an ISBN", async () => {
    const identifiers = [{ scheme: "isbn", value: "9780804429573" }];
    const world = { ...base, works: [{ authors: ["ann"] as const, identifiers, terms: { ann: NO } }] };
    const rows = ["978-0-8044-2957-3", "080442957X"].map((workId) => row({ workId }));
    expect(await verdictsOf(world, rows)).toEqual(["refused", "cleared"]);
    expect(await verdictsOf(world, rows, "ISBN")).toEqual(["refused", "refused"]);
  });
});
