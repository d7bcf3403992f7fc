import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { aCheckedManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { readyManifest } from "../read/ready-manifest";
import { readRejections } from "../read/rejections";
import { findManifest } from "../repository/manifest";
import type { ManifestView } from "../schema";

// Real posts, kept outside the repository. The product's own input is generated (test/factories/manifests.ts).
const FOLDER = process.env.REMIT_SAMPLE_DATA ?? join(process.cwd(), "..", "shared", "data", "forum");
const present = existsSync(FOLDER);
if (!present)
  process.stdout.write(`skipped: real manifests are tried only where ${FOLDER} is (REMIT_SAMPLE_DATA)\n`);

type Fate = readonly ["rejected", reason: string] | readonly ["accepted", note?: string];

/** Each planted record of the dirty file, and what must become of it. */
const ANSWERS: Readonly<Record<number, readonly [problem: string, fate: Fate]>> = {
  5: ["contributor empty", ["rejected", "contributor:missing"]],
  9: ["negative score (valid)", ["accepted", "negative_score"]],
  13: ["score with thousands separator", ["rejected", "score:thousands_separator"]],
  17: ["score not a number", ["rejected", "score:not_a_number"]],
  21: ["created_utc as ISO 8601 (accept)", ["accepted", "date_iso_8601"]],
  25: ["created_utc in milliseconds", ["accepted", "date_milliseconds"]],
  29: ["created_utc in the future (2099)", ["rejected", "created_at:date_in_future"]],
  33: ["created_utc negative", ["rejected", "created_at:date_before_1970"]],
  37: ["duplicate item_id of line 6, same content", ["rejected", "content_id:duplicate@6"]],
  41: [
    "duplicate item_id of line 7, different contributor (conflict)",
    ["rejected", "content_id:conflict@7"],
  ],
  45: ["spreadsheet formula in handle", ["accepted", "formula_like_text"]],
  49: ["handle with leading @ and spaces", ["accepted"]],
  53: ["handle differs only in case from line 7", ["accepted"]],
  57: ["handle in Unicode NFD", ["accepted"]],
  58: ["same handle in Unicode NFC", ["accepted"]],
  61: [
    "handle with zero-width and RTL override characters",
    ["rejected", "contributor:name_invisible_characters"],
  ],
  65: ["handle with newline inside quotes", ["rejected", "contributor:name_control_characters"]],
  69: ["handle with quotes and comma", ["accepted"]],
  73: ["HTML/script in handle", ["accepted", "markup_like_text"]],
  77: ["javascript: permalink", ["rejected", "url:url_scheme"]],
  81: ["permalink on another host than declared", ["rejected", "url:url_other_host"]],
  85: ["very long community (5,000 chars)", ["rejected", "community:field_too_long"]],
  89: ["unknown status value", ["rejected", "status:status_unknown"]],
  93: ["text_chars negative", ["rejected", "chars:negative"]],
  97: ["score beyond 64-bit", ["rejected", "score:number_out_of_range"]],
  101: ["num_comments 1e3 notation", ["rejected", "comments:not_an_integer"]],
  105: ["too few fields", ["rejected", "row:too_few_fields"]],
  109: ["too many fields", ["rejected", "row:too_many_fields"]],
  113: ["score NaN", ["rejected", "score:not_a_number"]],
  117: ["empty line", ["rejected", "row:empty_line"]],
  122: ["invalid UTF-8 bytes FF FE in item_id", ["rejected", "row:invalid_encoding"]],
  502: ["unterminated quote at end of file", ["rejected", "row:unterminated_quote"]],
};

let platform: CallContext;
let elsewhere: CallContext;

beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
  elsewhere = callAs((await anOrganisation({ host: "beer.stackexchange.com" })).owner);
});

async function take(name: string, call = platform): Promise<ManifestView> {
  const deal = await draftDeal(call);
  return aCheckedManifest(call, deal.id, { path: join(FOLDER, name) }, { fileName: name });
}

async function names(manifest: ManifestView, lines: readonly number[]): Promise<unknown[]> {
  const path = await storage().localPath((await readyManifest(manifest.id)).acceptedKey);
  return withEngine(async (connection) => {
    const result = await connection.runAndReadAll(
      `SELECT contributor FROM read_parquet(${sqlText(path)}) WHERE line IN (${lines.join(", ")}) ORDER BY line`,
    );
    return result.getRows().map(([name]) => name);
  });
}

describe.skipIf(!present)("real input", () => {
  test("every planted fault of the dirty file is matched, and nothing else is rejected", async () => {
    const answerKey = (await import(join(FOLDER, "forum_a_manifest_dirty_500.expected.json"))) as {
      default: { problems: { record: number; problem: string }[] };
    };
    expect(
      Object.entries(ANSWERS).map(([record, [problem]]) => ({ record: Number(record), problem })),
    ).toEqual(answerKey.default.problems);
    const manifest = await take("forum_a_manifest_dirty_500.csv");
    expect(manifest).toMatchObject({
      state: "ready",
      received: "501",
      accepted: "479",
      rejected: "22",
      encoding: "utf-8",
    });
    const { rejectedKey } = (await findManifest(manifest.id)) ?? {};
    const { rows: found } = await readRejections(rejectedKey ?? "", { reason: null, from: 0, take: 1000 });
    const rejected = Object.entries(ANSWERS).flatMap(([record, [, [fate, reason]]]) =>
      fate === "rejected" ? [`${record} ${reason}`] : [],
    );
    expect(
      found.map(
        (row) =>
          `${row.record} ${row.field}:${row.reason}${row.otherLine === null ? "" : `@${row.otherLine}`}`,
      ),
    ).toEqual(rejected);
    for (const row of found) expect(row.original !== "" || row.reason === "empty_line").toBe(true);
    // Notes name the first line they were seen on; one record spans two lines, so line = record + 1 behind it.
    for (const [record, [, [fate, note]]] of Object.entries(ANSWERS)) {
      if (fate !== "accepted" || note === undefined) continue;
      const line = Number(record) + (Number(record) > 65 ? 1 : 0);
      expect([note, manifest.notes?.[note]?.firstLine]).toEqual([note, String(line)]);
    }
    expect(await names(manifest, [7, 49, 53, 57, 58, 70, 74])).toEqual([
      "level-glacier-j3",
      "lanky-jay-4a",
      "level-glacier-j3",
      "café-owner",
      "café-owner",
      'o"neil, the 2nd',
      "<img src=x onerror=alert(1)>",
    ]);
    expect(manifest.notes?.contributor_normalised?.count).toBe("5");
  });

  test("the Latin-1 file with semicolons is read as it was meant", async () => {
    const manifest = await take("forum_a_manifest_semicolon_latin1_100.csv");
    expect(manifest).toMatchObject({
      received: "100",
      accepted: "100",
      delimiter: ";",
      encoding: "windows-1252",
    });
    expect(await names(manifest, [2])).toEqual(["andré-upbeat-juniper-59"]);
  });

  test.each([
    ["forum_a_manifest_1k.csv", "1000"],
    ["forum_a_manifest_1k.jsonl", "1000"],
    ["forum_a_manifest_10k.csv", "10000"],
    ["forum_a_manifest_250k.csv.gz", "250000"],
  ])(
    "%s goes through without a mapping",
    async (name, count) => {
      expect(await take(name)).toMatchObject({
        state: "ready",
        received: count,
        accepted: count,
        rejected: "0",
      });
    },
    120_000,
  );

  test("the same thousand rows as CSV and as JSON Lines are the same rows", async () => {
    const [csv, json] = [await take("forum_a_manifest_1k.csv"), await take("forum_a_manifest_1k.jsonl")];
    expect(json).toMatchObject({ tokens: csv.tokens, contributors: csv.contributors });
  });

  test("real questions and answers with text go through", async () => {
    const manifest = await take("forum_c_stackexchange_posts.jsonl", elsewhere);
    expect(manifest).toMatchObject({ received: "2235", accepted: "2235", contributors: "781" });
  });

  test("the whole forum goes through", async () => {
    const manifest = await take("forum_a_manifest_full.parquet");
    expect(manifest).toMatchObject({
      received: "2237465",
      accepted: "2237465",
      rejected: "0",
      contributors: "553576",
    });
  }, 300_000);
});
