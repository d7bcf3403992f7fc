import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { addressKey, isUnder } from "@/modules/handles/domain/address";
import { aHeldHandle, aPersonActor } from "@/test/factories/consent";
import {
  chance,
  change,
  DEAL,
  day,
  folderOf,
  makeWorld,
  PLATFORM,
  people,
  prefixOf,
  request,
  works,
} from "@/test/factories/consent-world";
import { untilSomebodyWaits } from "@/test/factories/waiting";
import { recordDealChoice } from "../answers/deal-choice";
import { combineAuthors, type Decision, evaluate } from "../domain/evaluate";
import type { ConsentRequest } from "../domain/request";
import { choicesOf } from "../repository/choices";
import { personVersions } from "../repository/versions";
import { evaluateForPerson, layersFor } from "../terms/evaluate-for-person";
import { setTerms } from "../terms/set-terms";
import { answerItems, freezeConsent } from "./freeze-consent";

let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "remit-freeze-"));
  await makeWorld();
}, 120_000);

afterAll(() => rm(dir, { recursive: true, force: true }));

type Line = { verdict: string; reason: string; version: string | null; floor: bigint | null };
const line = (d: Decision): Line => ({
  verdict: d.verdict,
  reason: d.reason,
  version: d.decidedBy?.versionId ?? null,
  floor: d.floorMicros,
});

async function freeze(asOf: Date, question: ConsentRequest = request(asOf)) {
  const frozen = await freezeConsent({ platformId: PLATFORM, dealId: DEAL, request: question, asOf, dir });
  return withEngine(async (connection) => {
    const rows = async (file: string, columns: string, order = "") =>
      (
        await connection.runAndReadAll(`SELECT ${columns} FROM read_parquet(${sqlText(file)}) ${order}`)
      ).getRowsJS();
    const read = ([verdict, reason, version, floor]: unknown[]): Line =>
      ({ verdict, reason, version, floor }) as Line;
    const decisions = (
      await rows(
        frozen.decisionsFile,
        "contributor, person_id, verdict, reason, terms_version_id, floor_micros",
        "ORDER BY ALL",
      )
    ).map(([name, person, ...rest]) => ({
      name: name as string,
      person: person as string,
      line: read(rest),
    }));
    const scopes = (await rows(frozen.scopesFile, "contributor, match_kind, match_value, scope")).map(
      ([name, kind, value, scope]) => ({ name, kind, value, scope }) as Scope,
    );
    /** What each item is answered, null where it falls under no narrower terms. */
    const ask = async (items: readonly { name: string; url: string }[]): Promise<(Line | null)[]> => {
      const asked = items.map(({ name, url }) => [name, underScopes(scopes, name, url)] as const);
      return withEngine(async (own) => {
        await own.run("CREATE TABLE asked (n BIGINT, contributor VARCHAR, scopes VARCHAR)");
        const put = asked.filter(([, under]) => under !== "");
        for (const [n, [name, under]] of put.entries())
          await own.run("INSERT INTO asked VALUES ($1, $2, $3)", [n, name, under]);
        await answerItems(own, frozen, question);
        const answers = await own.runAndReadAll(
          "SELECT verdict, reason, terms_version_id, floor_micros FROM answer ORDER BY n",
        );
        const lines = answers.getRowsJS().map(read);
        return asked.map(([, under]) => (under === "" ? null : (lines.shift() ?? null)));
      });
    };
    return { frozen, decisions, scopes, ask };
  });
}

type Scope = Readonly<Record<"name" | "kind" | "value" | "scope", string>>;

/** The scopes an address falls under, one a line. */
function underScopes(scopes: readonly Scope[], name: string, url: string): string {
  const address = addressKey(url) ?? "";
  const found = scopes.filter(
    (one) =>
      one.name === name &&
      (one.kind === "url" ? one.value === address : one.kind === "url_prefix" && isUnder(address, one.value)),
  );
  return [...new Set(found.map(({ scope }) => scope))].sort().join("\n");
}

describe("a frozen consent set", () => {
  test.each([0.5, 3, 5, 9, 11])("as of day %d equals asking each handle", async (at) => {
    const asOf = day(at);
    const { decisions, frozen } = await freeze(asOf);
    const expected = new Map<string, { person: string; line: Line }>();
    for (const { personId } of people) {
      const about = { personId, platformId: PLATFORM, dealId: DEAL, request: request(asOf) };
      for (const { name, decision } of await evaluateForPerson(about))
        expected.set(name, { person: personId, line: line(decision) });
    }
    expect(frozen.decisions).toBe(BigInt(expected.size));
    expect(new Map(decisions.map(({ name, person, line: of }) => [name, { person, line: of }]))).toEqual(
      expected,
    );
    expect(new Set(decisions.map((d) => d.line.verdict)).size).toBe(
      at < 1 ? new Set(decisions.map((d) => d.line.verdict)).size : 3,
    );
  });

  test("answers each row as all its layers would, co-authors included", async () => {
    const asOf = day(10);
    const { decisions, scopes, ask } = await freeze(asOf);
    const items = people.flatMap(({ personId, handles }) =>
      handles
        .filter(({ name }) => decisions.some((d) => d.name === name))
        .flatMap(({ handleId, name }) =>
          [`${prefixOf(handleId)}x`, `${folderOf(handleId)}y`, ...works.map((w) => w.url)].map((url) => ({
            ...{ personId, handleId, name, url, asOf },
          })),
        ),
    );
    const answers = await ask(items);
    for (const [i, item] of items.entries()) {
      const got = answers[i] ?? decisions.find((d) => d.name === item.name)?.line;
      const want = await expectedFor(item);
      // A narrow scope that is silent leaves the row to wider terms: the same silence, told by them.
      const told = (of: Line | undefined) => ({
        ...of,
        version: null,
        reason: of?.verdict === "unset" ? "" : of?.reason,
      });
      expect({ ...item, ...told(got) }).toEqual({ ...item, ...told(want) });
    }
    expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(30);
    const byWork = scopes.filter(({ kind }) => kind === "work_id");
    expect(byWork.length).toBeGreaterThan(0);
    for (const { value, scope } of byWork) expect(scope).toBe(value);
  });

  test("is the same again after whatever was said later, even if it was said for an instant before", async () => {
    const asOf = day(6);
    const before = await freeze(asOf);
    const pick = chance(7);
    for (let step = 0; step < 40; step++) await change(pick, day(12 + step / 40));
    // A clock that lags: these calls believe it is still day 6, and the set as of day 6 was already looked at.
    for (let step = 0; step < 20; step++) await change(pick, asOf);
    const again = await freeze(asOf);
    expect(again.frozen.consentDigest).toBe(before.frozen.consentDigest);
    expect(again.decisions).toEqual(before.decisions);
    expect((await freeze(day(13))).frozen.consentDigest).not.toBe(before.frozen.consentDigest);
  });

  test("depends on the question", async () => {
    const asOf = day(11);
    const digests = await Promise.all(
      [request(asOf), request(asOf, { weights: "open" }), request(asOf, { purpose: "commercial" })].map(
        async (asked, i) =>
          (
            await freezeConsent({
              platformId: PLATFORM,
              dealId: DEAL,
              request: asked,
              asOf,
              dir: join(dir, `q${i}`),
            })
          ).consentDigest,
      ),
    );
    expect(new Set(digests).size).toBe(3);
  });

  test("of a platform nobody belongs to is empty, and still has a digest", async () => {
    const asked = { platformId: "org_nobody", dealId: DEAL, request: request(day(1)), asOf: day(1), dir };
    const frozen = await freezeConsent(asked);
    expect(frozen).toMatchObject({
      decisions: 0n,
      scopes: 0n,
      consentDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("waits for a writer that is not finished, and keeps later writers out of the past", async () => {
    const actor = aPersonActor();
    const { name } = await aHeldHandle({
      personId: actor.personId,
      platformId: "org_race",
      verifiedAt: day(-1),
    });
    const asOf = day(20);
    let commit = (): void => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const started = new Promise<void>((resolve) => {
      void transaction(async (tx) => {
        await recordDealChoice(tx, {
          dealId: DEAL,
          personId: actor.personId,
          choice: "object",
          now: day(19),
          by: "user:x",
        });
        resolve();
        await held;
      });
    });
    await started;
    const asked = {
      platformId: "org_race",
      dealId: DEAL,
      request: request(asOf),
      asOf,
      dir: join(dir, "race"),
    };
    const frozen = freezeConsent(asked);
    await untilSomebodyWaits(); // The freeze has come to the choice that is not committed.
    commit();
    const { decisionsFile, consentDigest } = await frozen;
    const reason = await withEngine(async (connection) =>
      (
        await connection.runAndReadAll(
          `SELECT contributor, reason FROM read_parquet(${sqlText(decisionsFile)})`,
        )
      ).getRowsJS(),
    );
    expect(reason).toEqual([[name, "objected"]]);
    await setTerms({ actor, now: day(19), requestId: "late" }, { preset: "paid_anything" });
    const late = await db.prisma.termsVersion.findFirstOrThrow({ where: { personId: actor.personId } });
    expect(late.effectiveFrom.getTime()).toBeGreaterThan(asOf.getTime());
    expect((await freezeConsent(asked)).consentDigest).toBe(consentDigest);
  });
});

const said = new Map<string, ReturnType<typeof readSaid>>();
const readSaid = async (personId: string, at: Date) => ({
  versions: await personVersions(personId, at),
  choice: (await choicesOf(personId, [DEAL], at)).get(DEAL) ?? null,
});

/** What a person has said as of an instant, asked once: it cannot change. */
function saidBy(personId: string, at: Date): ReturnType<typeof readSaid> {
  const key = `${personId} ${at.getTime()}`;
  const known = said.get(key) ?? readSaid(personId, at);
  said.set(key, known);
  return known;
}

/** The answer by the domain rules alone: every author of the works at this address, each with all their layers. */
async function expectedFor(row: {
  personId: string;
  handleId: string;
  url: string;
  asOf: Date;
}): Promise<Line> {
  const asked = request(row.asOf);
  const decide = async (personId: string, workId: string | null, own: boolean): Promise<Decision> => {
    const { versions, choice } = await saidBy(personId, row.asOf);
    const layers = [
      ...(workId === null
        ? []
        : layersFor(versions, { kind: "work", workId }).filter((l) => l.scope.kind === "work")),
      ...(own
        ? layersFor(versions, { kind: "url_prefix", handleId: row.handleId, prefix: row.url })
        : layersFor(versions, { kind: "person" }).filter((l) => l.scope.kind === "person")),
    ];
    return evaluate(layers, asked, choice);
  };
  const here = works.filter((work) => work.url === row.url && work.authors.includes(row.personId));
  const [work] = here;
  if (work === undefined) return line(await decide(row.personId, null, true));
  const authors = await Promise.all(
    [...work.authors].sort().map((author) => decide(author, work.workId, author === row.personId)),
  );
  return line(combineAuthors(authors));
}
