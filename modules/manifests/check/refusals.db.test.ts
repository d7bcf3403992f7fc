import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { aCheckedManifest, checkNow, generateManifest, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});

const newDeal = async () => (await draftDeal(platform)).id;
const HEADER = "contributor,url,content_id,created_at,tokens,score\n";
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `Writer-${n},https://forum.example/p/${n},p${n},1300000000,10,1`,
  ).join("\n");

describe("what is not a manifest", () => {
  test.each<[string, string | Uint8Array, string, string | undefined]>([
    ["nothing", "", "MANIFEST_EMPTY", undefined],
    ["a ZIP archive", new Uint8Array([0x50, 0x4b, 3, 4, 0]), "MANIFEST_FORMAT", undefined],
    ["a JSON array", "[{}]", "MANIFEST_FORMAT", undefined],
    ["a web page", "<!doctype html><html></html>", "MANIFEST_FORMAT", undefined],
    ["broken gzip", gzipSync(HEADER + rows(400)).subarray(0, 60), "MANIFEST_FORMAT", undefined],
    ["a cut Parquet file", Buffer.from("PAR1garbagegarbage"), "MANIFEST_FORMAT", undefined],
    ["a table without contributors", "a,b,c\n1,2,3\n", "MANIFEST_MAPPING", undefined],
    [
      "two columns of a name that is read",
      "contributor,contributor,url\na,b,c\n",
      "MANIFEST_MAPPING",
      undefined,
    ],
    [
      "too many columns",
      `${Array.from({ length: 201 }, (_, i) => `c${i}`).join(",")}\n`,
      "MANIFEST_LIMIT",
      undefined,
    ],
    ["a picture", HEADER, "UNSUPPORTED_MEDIA_TYPE", "image/png"],
  ])("%s is refused with its reason", async (_, content, code, contentType) => {
    const sent = sendManifest(
      platform,
      await newDeal(),
      content,
      contentType === undefined ? {} : { contentType },
    );
    await expect(sent).rejects.toMatchObject({ code });
  });

  test.each([
    ["zstd", undefined],
    ["br", "UNSUPPORTED_MEDIA_TYPE"],
  ])("Content-Encoding %s is as it is said: %s", async (contentEncoding, code) => {
    const path = await generateManifest({ path: await workFile(".zst"), rows: 100, format: "csv.zst" });
    const sent = sendManifest(
      platform,
      await newDeal(),
      { path },
      { contentEncoding, contentType: "text/csv" },
    );
    if (code !== undefined) await expect(sent).rejects.toMatchObject({ code });
    else
      expect(await checkNow(platform, (await sent).id)).toMatchObject({
        accepted: "100",
        compression: "zstd",
      });
  });

  test("a Zstandard bomb fails by name", async () => {
    const path = await workFile(".zst");
    await withEngine((connection) =>
      connection.run(
        `COPY (SELECT 'ann' AS contributor, 'p1' AS content_id, 1300000000 AS created_at, 5 AS tokens, repeat('a', 60) AS note FROM range(700000))
         TO ${sqlText(path)} (FORMAT csv, HEADER, COMPRESSION zstd)`,
      ),
    );
    const manifest = await aCheckedManifest(platform, await newDeal(), { path });
    expect(manifest).toMatchObject({ state: "failed", failure: { code: "MANIFEST_LIMIT" } });
  });

  test("a gzip bomb fails by name", async () => {
    const bomb = gzipSync(`${HEADER}${`${"a".repeat(60)}\n`.repeat(700_000)}`);
    const manifest = await aCheckedManifest(platform, await newDeal(), bomb);
    expect(manifest).toMatchObject({ state: "failed", failure: { code: "MANIFEST_LIMIT" } });
  });

  test("a mapping that does not fit names each field", async () => {
    const sent = sendManifest(platform, await newDeal(), HEADER + rows(1), {
      mapping: { columns: { tokens: "words", score: "karma" } },
    });
    await expect(sent).rejects.toMatchObject({
      code: "MANIFEST_MAPPING",
      faults: [{ path: "columns.tokens" }, { path: "columns.score" }],
    });
  });
});
