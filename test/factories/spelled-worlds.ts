import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { exactText } from "@/infra/engine/settle-texts";
import { resolveMapping } from "@/modules/manifests/domain/fields";
import { runChecks } from "@/modules/manifests/engine/checks/run-checks";
import { inspectFile } from "@/modules/manifests/engine/look/inspect";
import { splitText } from "@/modules/manifests/engine/unpack/split";
import { decideAndDivide } from "./clearance-run";
import { arbWorld, joined, NAMES, numbered, type Row } from "./clearance-world";
import { aFolder } from "./folder";
import { IDENTIFIER_SPELLINGS, MARKER_SPELLINGS, NAME_SPELLINGS, type Spelling } from "./spellings";

type Text = Readonly<{ clean: string; spell: Spelling }>;
type Item = Readonly<{ who: Text; url: Text | null; work: Text | null; tokens: number }>;

const text = (clean: string, spellings: readonly Spelling[]): fc.Arbitrary<Text> =>
  fc.constantFrom(...spellings).map((spell) => ({ clean, spell }));
const oneOf = (...all: fc.Arbitrary<Text>[]) => fc.oneof(...all);

const MARKER = "[deleted]";
const who = oneOf(
  ...[...NAMES, "nobody"].map((name) => text(name, NAME_SPELLINGS)),
  text(MARKER, MARKER_SPELLINGS),
);
const url = oneOf(
  ...["a/1", "a/10", "a/b/2", "a/b/2/more", "c/3"].map((path) =>
    text(`https://f.example/${path}`, IDENTIFIER_SPELLINGS.url),
  ),
);
const work = oneOf(
  text("9780804429573", IDENTIFIER_SPELLINGS.isbn),
  text("10.1000/abc", IDENTIFIER_SPELLINGS.doi),
  text("ab".repeat(32), IDENTIFIER_SPELLINGS.sha256),
  text("story-1", [(id) => id]),
);
const item: fc.Arbitrary<Item> = fc.record({
  who,
  url: fc.option(url, { freq: 3 }),
  work: fc.option(work, { freq: 2 }),
  tokens: fc.nat(500),
});

/** A world of people, terms and works, and rows with how each of their texts is spelled. */
export const arbSpelledWorld = fc.record({
  world: arbWorld,
  items: fc.array(item, { minLength: 6, maxLength: 12, size: "max" }),
});
type SpelledWorld = typeof arbSpelledWorld extends fc.Arbitrary<infer T> ? T : never;

/**
 * Checks that rows with every spelling get the verdicts and shares of the clean spelling, to the unit. The worlds of a batch
 * share one deal and pool, which costs little more than one world. Names carry their world's number, so a difference names
 * its world.
 */
export async function expectSpellingsToCountForNothing(
  worlds: readonly SpelledWorld[],
  batch = 50,
): Promise<void> {
  for (let from = 0; from < worlds.length; from += batch) {
    const some = worlds.slice(from, from + batch);
    const clean = await accepted(some, ({ clean: as }) => as);
    const spelled = await accepted(some, ({ clean: as, spell }) => spell(as));
    expect(spelled.map(({ contributor }) => contributor)).toEqual(
      clean.map(({ contributor }) => contributor),
    );
    const all = joined(some.map(({ world }) => world));
    const expected = await decideAndDivide(all, clean);
    expect(expected.shares.size, "somebody gets a share").toBeGreaterThan(0);
    expect(await decideAndDivide(all, spelled)).toEqual(expected);
  }
}

const COLUMNS = "contributor,url,content_id,created_at,tokens,work_id";

/** The rows that the checks accepted of these worlds, in order; none is rejected. */
async function accepted(worlds: readonly SpelledWorld[], write: (text: Text) => string): Promise<Row[]> {
  const whoOf = ({ clean, spell }: Text, at: number): Text => ({
    clean: clean === MARKER ? clean : numbered(clean, at),
    spell,
  });
  const lines = worlds.flatMap(({ items }, at) =>
    items.map((one, n) =>
      [
        write(whoOf(one.who, at)),
        one.url === null ? "" : write(one.url),
        `w${at}i${n}`,
        "1700000000",
        String(one.tokens),
        one.work === null ? "" : write(one.work),
      ]
        .map((cell) => `"${cell}"`)
        .join(","),
    ),
  );
  const rows = await checked([COLUMNS, ...lines].join("\n"));
  expect(rows).toHaveLength(lines.length);
  return rows;
}

async function checked(file: string): Promise<Row[]> {
  const dir = aFolder();
  const path = join(dir, "rows.csv");
  await writeFile(path, file);
  const inspection = await inspectFile(path, {});
  const mapping = resolveMapping({}, inspection.columns);
  const split = await splitText({ path, dir, attempt: 1, inspection, onProgress: async () => {} });
  const { acceptedFile, rejected } = await runChecks({
    ...{ path, dir, attempt: 1, inspection, split },
    context: {
      mapping,
      host: null,
      reading: { rule: "insensitive", host: "f.example", namesAreHosts: false, profileTemplate: null },
      at: new Date(),
    },
    phase: (_name, run) => run(),
    onProgress: async () => {},
  });
  expect(rejected).toBe(0n);
  return withEngine(async (connection) => {
    const reader = await connection.runAndReadAll(
      `SELECT encode(contributor), encode(url), encode(content_id), encode(work_id), tokens::BIGINT FROM read_parquet(${sqlText(acceptedFile)}) ORDER BY line`,
    );
    const cell = (value: unknown) => (value === null ? null : exactText(value));
    return reader.getRows().map(([name, address, content, named, tokens]) => ({
      contributor: cell(name),
      url: cell(address),
      contentId: cell(content),
      workId: cell(named),
      tokens: tokens as bigint,
      status: "live" as const,
    }));
  });
}
