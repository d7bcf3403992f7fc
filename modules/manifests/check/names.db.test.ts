import { beforeAll, expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { exactText } from "@/infra/engine/settle-texts";
import { storage } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { aCheckedManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { listRejections } from "../read/queries";
import { readyManifest } from "../read/ready-manifest";
import type { ManifestView, MappingInput } from "../schema";

let platform: CallContext;

beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});

async function take(contributors: readonly string[], mapping?: MappingInput): Promise<ManifestView> {
  const quoted = contributors.map((name, n) => `"${name.replaceAll('"', '""')}",p${n},1700000000,${n + 1}`);
  const file = ["contributor,content_id,created_at,tokens", ...quoted].join("\n");
  const deal = await draftDeal(platform);
  return aCheckedManifest(platform, deal.id, file, mapping === undefined ? {} : { mapping });
}

/** The accepted contributors by line, as they are stored, byte by byte. */
async function stored(manifest: ManifestView): Promise<(string | null)[]> {
  const path = await storage().localPath((await readyManifest(manifest.id)).acceptedKey);
  return withEngine(async (connection) => {
    const result = await connection.runAndReadAll(
      `SELECT encode(contributor) FROM read_parquet(${sqlText(path)}) ORDER BY line`,
    );
    return result.getRows().map(([name]) => (name === null ? null : exactText(name)));
  });
}

const reasons = async (manifest: ManifestView) =>
  (await listRejections(platform, { manifestId: manifest.id })).items.map(({ reason }) => reason);

test("a name is the same person with and without what nobody sees", async () => {
  const spellings = [
    "heron",
    "\uFEFFheron",
    "her\u200bon",
    "Heron\u2060",
    "\u2068heron\u2069",
    "@he\u00adron",
  ];
  const manifest = await take(spellings);
  expect(manifest).toMatchObject({ accepted: "6", rejected: "0", contributors: "1" });
  expect(await stored(manifest)).toEqual(spellings.map(() => "heron"));
  expect(manifest.notes?.contributor_normalised).toMatchObject({ count: "5", firstLine: "3" });
  expect(manifest.notes?.contributor_deleted).toBeUndefined();
});

test("nothing but invisible characters is a fault of its own; a direction override is refused", async () => {
  const manifest = await take(["heron", "\uFEFF", "\u200b\u2060", "\u3164", "\u202enoreh", "\u200b@"]);
  expect(manifest).toMatchObject({ accepted: "1", rejected: "5" });
  expect(await reasons(manifest)).toEqual([
    "name_only_invisible",
    "name_only_invisible",
    "name_only_invisible",
    "name_invisible_characters",
    "name_empty",
  ]);
});

test("markers for deleted people are recognised under decoration, also those of a mapping", async () => {
  const written = ["[deleted]", "u/[deleted]", "@[deleted]", " [Deleted] ", "[del\u200beted]", "［removed］"];
  const usual = await take(written);
  expect(usual).toMatchObject({ accepted: "6", contributors: "0" });
  expect(await stored(usual)).toEqual(written.map(() => null));
  expect(usual.notes?.contributor_deleted).toMatchObject({ count: "6", firstLine: "2" });

  const own = await take(["@Gone", "gone", "u/gone", "GONE", "goner", "[deleted]"], {
    deletedMarkers: ["u/Gone"],
  });
  expect(await stored(own)).toEqual([null, null, null, null, "goner", "[deleted]"]);
});

test("stand-ins, rewritten values and addresses are taken, and counted before money is kept for them", async () => {
  const names = ["nan", "None", "NULL", "n/a", "-", "undefined", "\\N"];
  const altered = ["1.23457E+18", "12345.0", '="0042"', "O&#39;Neil", "1e9"];
  const manifest = await take([...names, ...altered, "alice/", "https://elsewhere.example/u/alice", "12345"]);
  expect(manifest).toMatchObject({ accepted: "15", rejected: "0", contributors: "15" });
  expect(manifest.notes?.contributor_placeholder).toMatchObject({ count: "7", firstLine: "2" });
  expect(manifest.notes?.contributor_altered).toMatchObject({ count: "5", firstLine: "9" });
  expect(manifest.notes?.contributor_address).toMatchObject({ count: "2", firstLine: "14" });
  expect((await stored(manifest)).slice(0, 3)).toEqual(["nan", "none", "null"]);
});

test("the address of a profile on the platform is the person's, as in a claim", async () => {
  const manifest = await take([
    "https://forum.example/u/Alice",
    "www.forum.example/users/123/alice",
    "alice",
  ]);
  expect(await stored(manifest)).toEqual(["alice", "alice", "alice"]);
  expect(manifest.notes?.contributor_address?.count).toBe("2");
});

test("names of emoji and of scripts that need joiners are taken", async () => {
  const manifest = await take(["❤️love", "👩‍💻dev", "می‌خواهم", "❤love"]);
  expect(manifest).toMatchObject({ accepted: "4", rejected: "0" });
  expect(await stored(manifest)).toEqual(["❤love", "👩‍💻dev", "می‌خواهم", "❤love"]);
});
