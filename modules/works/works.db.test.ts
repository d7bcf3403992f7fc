import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import { operatorActor } from "@/test/factories/deals";
import { actorFor, anApiKey, aPerson, callAs } from "@/test/factories/parties";
import { anAttestingPlatform, aVerifiedHandle, aWork } from "@/test/factories/works";
import { answerSplit } from "./co-authors/answer-split";
import { authorToken } from "./co-authors/author-token";
import { coverAuthorInvitation } from "./co-authors/cover-author-invitation";
import { getAuthorInvitation, getWork, listMyWorks } from "./queries";
import { listContestedWorks } from "./register/list-contested-works";
import { registerWork } from "./register/register-work";
import { retireWork } from "./register/retire-work";
import { workForTerms, worksOf } from "./works-of";

let alice: Actor;
let bob: Actor;
const personIdOf = (actor: Actor) => (actor.kind === "user" ? actor.personId : "");
const eventsOf = (type: string, workId: string) =>
  db.prisma.outboxEvent.findMany({ where: { type, payload: { path: ["workId"], equals: workId } } });
const matchers = async (workId: string) =>
  (
    await db.pool.query(
      "SELECT person_id, share_bps, scheme, value FROM works_work_matcher_view WHERE work_id = $1 ORDER BY person_id, scheme, value",
      [workId],
    )
  ).rows;

beforeEach(async () => {
  alice = await actorFor((await aPerson({ name: "Alice" })).id);
  bob = await actorFor((await aPerson({ name: "Bob" })).id);
});

const shared = () =>
  aWork(alice, {
    kind: "book",
    title: "Ours",
    identifiers: [
      { scheme: "isbn", value: "0-8044-2957-X" },
      { scheme: "isbn", value: "978-0-8044-2957-3" },
      { scheme: "doi", value: "https://doi.org/10.1000/ABC" },
    ],
    authors: [
      { email: null, name: "Alice", shareBps: 6000 },
      { email: "bob@people.example", name: "Bob", shareBps: 4000 },
    ],
  });
const invitation = async (workId: string) => {
  const author = await db.prisma.workAuthor.findFirstOrThrow({ where: { workId, state: "proposed" } });
  return authorToken(author.id);
};

describe("registering a work", () => {
  test("keeps identifiers in their canonical form, once each, and accepts your own share", async () => {
    const work = await shared();
    expect(work).toMatchObject({
      identifiers: [
        { scheme: "doi", value: "10.1000/abc" },
        { scheme: "isbn", value: "9780804429573" },
      ],
      acceptedBps: 6000,
      heldBps: 4000,
      registeredByYou: true,
    });
    expect(await eventsOf("works.work_registered", work.id)).toHaveLength(1);
    expect(await eventsOf("works.author_invited", work.id)).toHaveLength(1);
    expect(await matchers(work.id)).toEqual([
      { person_id: personIdOf(alice), share_bps: 6000, scheme: "doi", value: "10.1000/abc" },
      { person_id: personIdOf(alice), share_bps: 6000, scheme: "isbn", value: "9780804429573" },
      { person_id: personIdOf(alice), share_bps: 6000, scheme: "work_id", value: work.id },
    ]);
    expect(await worksOf(personIdOf(alice))).toMatchObject([{ workId: work.id, shareBps: 6000 }]);
  });

  test.each([
    [[{ email: null, name: "A", shareBps: 9999 }], "SPLIT_INVALID", "authors"],
    [[{ email: "x@people.example", name: "X", shareBps: 10_000 }], "SPLIT_INVALID", "authors"],
    [
      [
        { email: null, name: "A", shareBps: 5000 },
        { email: "x@people.example", name: "X", shareBps: 2500 },
        { email: "X@people.example", name: "X", shareBps: 2500 },
      ],
      "SPLIT_INVALID",
      "authors.2.email",
    ],
  ])("refuses splits %j", async (authors, code, path) => {
    await expect(aWork(alice, { authors })).rejects.toMatchObject({ code, faults: [{ path }] });
  });

  test("names the identifier that is wrong, and what you registered before", async () => {
    const wrong = [
      { scheme: "url" as const, value: "https://good.example/" },
      { scheme: "isbn" as const, value: "9780804429574" },
    ];
    await expect(aWork(alice, { identifiers: wrong })).rejects.toMatchObject({
      code: "WORK_IDENTIFIER_INVALID",
      faults: [{ path: "identifiers.1.value" }],
    });
    const work = await shared();
    await expect(shared()).rejects.toMatchObject({ code: "CONFLICT", detail: { workId: work.id } });
  });

  test("is refused to a read-only key; one key, one work; another person sees nothing", async () => {
    const reader = await anApiKey(alice, { preset: "read_only" });
    await expect(aWork(reader.actor)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const call = callAs(alice, { idempotencyKey: "work-1" });
    const input = {
      kind: "article" as const,
      title: "Once",
      identifiers: [{ scheme: "url" as const, value: "https://once.example/" }],
      authors: [{ email: null, name: "Alice", shareBps: 10_000 }],
    };
    const once = await registerWork(call, input);
    expect(await registerWork(call, input)).toEqual(once);
    await expect(getWork(callAs(bob), { workId: once.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(retireWork(callAs(bob), { workId: once.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listMyWorks(callAs(bob), {})).items).toEqual([]);
  });

  test("everything below an address can be registered only under a proved domain or profile", async () => {
    const forum = await anAttestingPlatform({ host: "prefix-forum.example" });
    await setProofRule(callAs(forum.owner), {
      organisationId: forum.id,
      profileTemplate: "https://prefix-forum.example/u/{name}",
      namesAreHosts: false,
      pageCode: true,
    });
    const register = (value: string) =>
      registerWork(callAs(alice), {
        kind: "post_archive",
        title: "Everything below",
        identifiers: [
          { scheme: "url", value: `https://prefix-forum.example/t/1?${value.length}` },
          { scheme: "url_prefix", value },
        ],
        authors: [{ email: null, name: "Alice", shareBps: 10_000 }],
      });
    const refused = { code: "WORK_IDENTIFIER_INVALID", faults: [{ path: "identifiers.1.value" }] };
    await expect(register("https://prefix-forum.example/u/alice/")).rejects.toMatchObject(refused);
    await claimHandle(callAs(alice), { platformId: forum.id, name: "alice" });
    await expect(register("https://prefix-forum.example/u/alice/")).rejects.toMatchObject(refused);
    await aVerifiedHandle(alice, forum, "alice");
    expect(await register("https://prefix-forum.example/u/alice/")).toMatchObject({ registeredByYou: true });
    for (const prefix of ["https://prefix-forum.example/t/", "https://prefix-forum.example/u/bob/"])
      await expect(register(prefix)).rejects.toMatchObject(refused);
  });

  test("two people who register one work see each other's claim, and so does the operator, until one retires it", async () => {
    const isbn = [{ scheme: "isbn" as const, value: "979-10-90636-07-1" }];
    const first = await aWork(alice, { title: "By Alice", identifiers: isbn });
    expect(first.contested).toEqual([]);
    const second = await aWork(bob, { title: "By Bob", identifiers: isbn });
    const both = [{ scheme: "isbn", value: "9791090636071" }];
    expect(second.contested).toEqual(both);
    expect((await getWork(callAs(alice), { workId: first.id })).contested).toEqual(both);
    expect((await listMyWorks(callAs(alice), {})).items[0]?.contested).toEqual(both);
    await expect(listContestedWorks(callAs(alice), {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    const operator = callAs(operatorActor());
    const claims = async () =>
      (await listContestedWorks(operator, {})).items.find(({ value }) => value === both[0]?.value)?.works;
    expect((await claims())?.map(({ title }) => title)).toEqual(["By Alice", "By Bob"]);
    await retireWork(callAs(bob), { workId: second.id });
    expect((await getWork(callAs(alice), { workId: first.id })).contested).toEqual([]);
    expect(await claims()).toBeUndefined();
  });

  test("a registration of somebody else reaches none of my rows: its authors are not mine", async () => {
    const isbn = [{ scheme: "isbn" as const, value: "979-10-90636-07-1" }];
    const mine = await aWork(alice, { identifiers: isbn });
    const theirs = await aWork(bob, { identifiers: isbn });
    const people = (rows: readonly { person_id: string }[]) => [...new Set(rows.map((row) => row.person_id))];
    expect(people(await matchers(mine.id))).toEqual([personIdOf(alice)]);
    expect(people(await matchers(theirs.id))).toEqual([personIdOf(bob)]);
  });

  test("one person shares in one registration of a work, as registrant or as co-author", async () => {
    const isbn = [{ scheme: "isbn" as const, value: "979-10-90636-07-1" }];
    const invitedBob = [
      { email: null, name: "Alice", shareBps: 6000 },
      { email: "bob@people.example", name: "Bob", shareBps: 4000 },
    ];
    const work = await aWork(alice, { identifiers: isbn, authors: invitedBob });
    const own = await aWork(bob, { title: "Mine alone", identifiers: isbn });
    const token = await invitation(work.id);
    await expect(answerSplit(callAs(bob), { token, answer: "accept" })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "work_registered", workId: own.id },
    });
    await retireWork(callAs(bob), { workId: own.id });
    expect(await answerSplit(callAs(bob), { token, answer: "accept" })).toMatchObject({
      acceptedBps: 10_000,
    });
    await expect(aWork(bob, { title: "Mine again", identifiers: isbn })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { workId: work.id },
    });
  });

  test("the database itself keeps splits whole and answers final", async () => {
    const { id } = await shared();
    const add = `INSERT INTO work_author (id, work_id, position, name, share_bps, state) VALUES ('wau_x', $1, 9, 'X', 1, 'proposed')`;
    await expect(db.pool.query(add, [id])).rejects.toThrow(/sum to exactly 10000/);
    const raise = "UPDATE work_author SET share_bps = 9000 WHERE work_id = $1";
    await expect(db.pool.query(raise, [id])).rejects.toThrow(/never edited/);
  });
});

describe("an invited author", () => {
  test("sees the work through the link and accepts; the share counts from then on", async () => {
    const work = await shared();
    const token = await invitation(work.id);
    expect(await getAuthorInvitation(callAs(bob), { token })).toMatchObject({
      work: { title: "Ours" },
      author: { name: "Bob", shareBps: 4000, state: "proposed" },
      invitedBy: "Alice",
    });
    expect(await workForTerms(personIdOf(bob), work.id)).toBeNull();
    const answered = await answerSplit(callAs(bob), { token, answer: "accept" });
    expect(answered).toMatchObject({ acceptedBps: 10_000, heldBps: 0 });
    expect(await answerSplit(callAs(bob), { token, answer: "accept" })).toEqual(answered);
    expect(await workForTerms(personIdOf(bob), work.id)).toMatchObject({ shareBps: 4000 });
    expect(await eventsOf("works.split_accepted", work.id)).toHaveLength(1);
    await expect(answerSplit(callAs(bob), { token, answer: "decline" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("the link says what it is about before signing in, and to whom it was sent without the whole address", async () => {
    const work = await shared();
    const token = await invitation(work.id);
    const cover = (actor: Actor) => coverAuthorInvitation(callAs(actor), { token });
    expect(await cover({ kind: "anonymous" })).toEqual({
      title: "Ours",
      kind: "book",
      name: "Bob",
      shareBps: 4000,
      open: true,
      invitedBy: "Alice",
      sentTo: "b…@p….example",
      signedInAs: null,
      forAnother: false,
      mine: false,
    });
    expect(await cover(bob)).toMatchObject({ forAnother: true, mine: false });
    expect(await cover(alice)).toMatchObject({ forAnother: true, mine: true });
    const itself = await actorFor((await aPerson({ email: "bob@people.example" })).id);
    expect(await cover(itself)).toMatchObject({ forAnother: false, signedInAs: "bob@people.example" });
    await expect(
      coverAuthorInvitation(callAs({ kind: "anonymous" }), { token: "x".repeat(43) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("who declines leaves the share held, to nobody's gain", async () => {
    const work = await shared();
    await answerSplit(callAs(bob), { token: await invitation(work.id), answer: "decline" });
    expect(await getWork(callAs(alice), { workId: work.id })).toMatchObject({
      acceptedBps: 6000,
      heldBps: 4000,
    });
    expect((await matchers(work.id)).every((row) => row.person_id === personIdOf(alice))).toBe(true);
  });

  test("the token is kept as a digest; a wrong one opens nothing; an author cannot take a second share", async () => {
    const work = await shared();
    const token = await invitation(work.id);
    const { tokenHash } = await db.prisma.workAuthor.findFirstOrThrow({
      where: { workId: work.id, state: "proposed" },
    });
    expect(tokenHash).not.toBe(token);
    await expect(getAuthorInvitation(callAs(bob), { token: "x".repeat(43) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(answerSplit(callAs(alice), { token, answer: "accept" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

test("a retired work stays readable, opens no more terms, and frees its identifiers", async () => {
  const work = await shared();
  const token = await invitation(work.id);
  const retired = await retireWork(callAs(alice), { workId: work.id });
  expect(retired.retiredAt).not.toBeNull();
  expect(await retireWork(callAs(alice), { workId: work.id })).toEqual(retired);
  expect(await workForTerms(personIdOf(alice), work.id)).toBeNull();
  // What it earned before is held for the seats: their authors can still accept, for the past alone.
  expect(await answerSplit(callAs(bob), { token, answer: "accept" })).toMatchObject({
    retiredAt: retired.retiredAt,
  });
  expect(await workForTerms(personIdOf(bob), work.id)).toBeNull();
  expect((await shared()).id).not.toBe(work.id);
});
