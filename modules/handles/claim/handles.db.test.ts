import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { replaceDns } from "@/infra/net/dns";
import type { Actor } from "@/kernel/actor";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { setProofRule } from "../platforms/set-proof-rule";
import { checkProof } from "../proof/check-proof";
import { startProof } from "../proof/start-proof";
import { getHandle, getProofRule, listMyHandles, listPlatforms } from "../queries";
import { claimHandle } from "./claim-handle";
import { handlesOf, personOfHandle } from "./handles-of";
import { releaseHandle } from "./release-handle";

let server: Server;
let port: number;
let page: RequestListener = (_, response) => response.end();
const zone: Record<string, string[]> = {};
let alice: Actor;
let mallory: Actor;
let forum: string;
let clock = Date.now();
/** Every call some seconds after the one before, so that pauses between checks are over. */
const later = () => {
  clock += 6000;
  return new Date(clock);
};
const at = (actor: Actor, more = {}) => callAs(actor, { now: later(), ...more });

beforeAll(async () => {
  process.env.REMIT_ALLOW_PRIVATE_FETCH = "1";
  forgetEnv();
  server = createServer((request, response) => page(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
  replaceDns({
    addresses: async (host) => (host.endsWith("forum.test.example") ? ["127.0.0.1"] : []),
    txt: async (name) => zone[name] ?? [],
  });
  forum = (await anOrganisation({ host: "forum.test.example", name: "Forum" })).id;
});
beforeEach(async () => {
  alice = await actorFor((await aPerson()).id, new Date(clock));
  mallory = await actorFor((await aPerson()).id, new Date(clock));
});
afterAll(() => {
  server.close();
  replaceDns(null);
});

const serve = (text: string, status = 200) => {
  page = (_, response) => response.writeHead(status, { "content-type": "text/html" }).end(text);
};
const pageOf = (name: string) => `http://forum.test.example:${port}/user/${name}`;
const events = (type: string) => db.prisma.outboxEvent.findMany({ where: { type }, orderBy: { id: "desc" } });
const personIdOf = (actor: Actor) => (actor.kind === "user" ? actor.personId : "");

describe("claiming", () => {
  test("normalises the name, is one claim however often, and proves nothing yet", async () => {
    const first = await claimHandle(at(alice), { platformId: forum, name: "@Alice-1" });
    const again = await claimHandle(at(alice), { platformId: forum, name: "u/alice-1" });
    expect(first).toMatchObject({ name: "alice-1", shownName: "@Alice-1", state: "pending", proof: null });
    expect(again.id).toBe(first.id);
    expect(await personOfHandle(forum, "alice-1", later())).toBeNull();
    expect((await events("works.handle_claimed"))[0]?.payload).toMatchObject({ handleId: first.id });
  });

  test("says what is wrong with a name, and knows no such platform", async () => {
    await expect(claimHandle(at(alice), { platformId: forum, name: "al\u202eice" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path: "name" }],
    });
    await expect(claimHandle(at(alice), { platformId: "web", name: "localhost" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const lab = await anOrganisation({ kind: "lab" });
    for (const platformId of ["org_none", lab.id])
      await expect(claimHandle(at(alice), { platformId, name: "x" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  test("is refused to a read-only key and to nobody; an organisation's key is no person", async () => {
    const reader = await anApiKey(alice, { preset: "read_only" });
    await expect(claimHandle(at(reader.actor), { platformId: forum, name: "x" })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    await expect(
      claimHandle(at({ kind: "anonymous" }), { platformId: forum, name: "x" }),
    ).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  test("another person sees nothing of it", async () => {
    const mine = await claimHandle(at(alice), { platformId: forum, name: "mine" });
    await expect(getHandle(at(mallory), { handleId: mine.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      startProof(at(mallory), { handleId: mine.id, method: "page_code", target: pageOf("mine") }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(releaseHandle(at(mallory), { handleId: mine.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await listMyHandles(at(mallory), {})).items).toEqual([]);
  });

  test("the same idempotency key gives the same claim and the same code, and the code is stored nowhere", async () => {
    const keyed = at(alice, { idempotencyKey: "claim-1" });
    const first = await claimHandle(keyed, { platformId: forum, name: "keyed" });
    expect(await claimHandle(keyed, { platformId: forum, name: "keyed" })).toEqual(first);
    const again = at(alice, { idempotencyKey: "proof-1" });
    const input = { handleId: first.id, method: "page_code" as const, target: pageOf("keyed") };
    const one = await startProof(again, input);
    expect(await startProof(again, input)).toEqual(one);
    const stored = await db.prisma.$queryRaw<{ found: boolean }[]>`
      SELECT EXISTS (SELECT FROM idempotency_record WHERE response::text LIKE ${`%${one.code}%`})
          OR EXISTS (SELECT FROM outbox_event WHERE payload::text LIKE ${`%${one.code}%`})
          OR EXISTS (SELECT FROM proof WHERE code_hash = ${one.code}) AS found`;
    expect(stored).toEqual([{ found: false }]);
  });
});

describe("proof by a code in a public page", () => {
  const begin = async (actor: Actor, name: string) => {
    const handle = await claimHandle(at(actor), { platformId: forum, name });
    const started = await startProof(at(actor), {
      handleId: handle.id,
      method: "page_code",
      target: pageOf(name),
    });
    return { handleId: handle.id, proofId: started.proof.id, code: started.code };
  };

  test("verifies the handle, starts a proof period and says so in an event", async () => {
    const { handleId, proofId, code } = await begin(alice, "proved");
    serve(`<p>About me: remit-verify=${code}</p>`);
    const before = later();
    const result = await checkProof(at(alice), { proofId });
    expect(result).toMatchObject({
      check: { outcome: "proved" },
      handle: { id: handleId, state: "verified" },
    });
    const personId = personIdOf(alice);
    expect(await personOfHandle(forum, "proved", later())).toEqual({ handleId, personId, disputed: false });
    expect(await personOfHandle(forum, "proved", before)).toBeNull();
    expect((await events("works.handle_verified"))[0]?.payload).toEqual({
      handleId,
      platformId: forum,
      name: "proved",
      personId,
    });
    expect(await handlesOf(personId)).toMatchObject([
      { holder: `handle:${forum}:proved`, state: "verified" },
    ]);
  });

  test.each([
    ["no code", "<p>hello</p>", 200, "PROOF_NOT_FOUND", "found no code"],
    ["an older code", `remit-verify=${"a".repeat(24)}`, 200, "PROOF_NOT_FOUND", "not the newest"],
    ["a page behind a sign-in", "", 403, "PROOF_UNREACHABLE", "needs a sign-in"],
    ["a missing page", "", 404, "PROOF_UNREACHABLE", "answers 404"],
  ])("%s is refused with the reason, and the check is kept", async (_, text, status, code, words) => {
    const { handleId, proofId } = await begin(alice, "missing");
    serve(text, status);
    await expect(checkProof(at(alice), { proofId })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
    const handle = await getHandle(at(alice), { handleId });
    expect(handle).toMatchObject({
      state: "pending",
      proof: { lastCheck: { outcome: "failed", reason: code, message: expect.stringContaining(words) } },
    });
  });

  test("somebody else's page, another host and a redirect away prove nothing", async () => {
    const handle = await claimHandle(at(alice), { platformId: forum, name: "victim" });
    for (const target of [
      pageOf("mallory"),
      "https://evil.example/user/victim",
      "http://10.0.0.1/user/victim",
    ])
      await expect(
        startProof(at(alice), { handleId: handle.id, method: "page_code", target }),
      ).rejects.toMatchObject({ code: "PROOF_ADDRESS_REFUSED", faults: [{ path: "target" }] });
    const { proofId } = await begin(alice, "victim");
    page = (_, response) => response.writeHead(302, { location: pageOf("mallory") }).end();
    await expect(checkProof(at(alice), { proofId })).rejects.toMatchObject({ code: "PROOF_ADDRESS_REFUSED" });
  });

  test("a code expires, a newer one replaces it, another person cannot check it", async () => {
    const first = await begin(alice, "old");
    await expect(checkProof(at(mallory), { proofId: first.proofId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const second = await begin(alice, "old");
    await expect(checkProof(at(alice), { proofId: first.proofId })).rejects.toMatchObject({
      code: "PROOF_EXPIRED",
    });
    const muchLater = new Date(clock + 8 * 86_400_000);
    await expect(
      checkProof(callAs(alice, { now: muchLater }), { proofId: second.proofId }),
    ).rejects.toMatchObject({ code: "PROOF_EXPIRED" });
  });

  test("looking is rate limited, and a repeated request is not looked at again", async () => {
    const { proofId } = await begin(alice, "often");
    serve("nothing");
    const keyed = at(alice, { idempotencyKey: "check-1" });
    await expect(checkProof(keyed, { proofId })).rejects.toMatchObject({ code: "PROOF_NOT_FOUND" });
    await expect(checkProof(keyed, { proofId })).rejects.toMatchObject({ code: "PROOF_NOT_FOUND" });
    expect(await db.prisma.proofCheck.count({ where: { proofId } })).toBe(1);
    const now = new Date(clock + 1000);
    await expect(checkProof(callAs(alice, { now }), { proofId })).rejects.toMatchObject({
      code: "RATE_LIMITED",
      detail: { retryAfter: 4 },
    });
  });

  test("the platform may say which page is a contributor's own", async () => {
    const own = await anOrganisation({ host: "pages.forum.test.example" });
    const rule = {
      organisationId: own.id,
      profileTemplate: "https://pages.forum.test.example/people/{name}",
      namesAreHosts: false,
      pageCode: true,
    };
    await expect(setProofRule(callAs(mallory, { now: new Date() }), rule)).rejects.toThrow();
    const { actor: key } = await anApiKey(own.owner, { organisationId: own.id, preset: "all" });
    await expect(setProofRule(callAs(key), rule)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await setProofRule(callAs(own.owner), rule);
    expect(await getProofRule(callAs(own.owner), { organisationId: own.id })).toMatchObject(rule);
    await expect(getProofRule(at(alice), { organisationId: own.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const handle = await claimHandle(at(alice), { platformId: own.id, name: "Ann" });
    const started = await startProof(at(alice), { handleId: handle.id, method: "page_code" });
    expect(started.proof.target).toBe("https://pages.forum.test.example/people/ann");
  });
});

describe("proof by domain", () => {
  test("a TXT record proves a domain, at its top or below", async () => {
    for (const [host, where] of [
      ["one.example", "one.example"],
      ["two.example", "_remit-verify.two.example"],
    ] as const) {
      const handle = await claimHandle(at(alice), {
        platformId: "web",
        name: `https://${host.toUpperCase()}/`,
      });
      expect(handle).toMatchObject({ name: host, methods: ["meta_tag", "well_known", "dns_txt"] });
      const { proof, code, place } = await startProof(at(alice), { handleId: handle.id, method: "dns_txt" });
      expect(place.text).toBe(`remit-verify=${code}`);
      await expect(checkProof(at(alice), { proofId: proof.id })).rejects.toMatchObject({
        code: "PROOF_NOT_FOUND",
      });
      zone[where] = ["v=spf1 -all", place.text];
      expect((await checkProof(at(alice), { proofId: proof.id })).handle.state).toBe("verified");
    }
  });

  test("a name with a dot on a forum is not a domain", async () => {
    const handle = await claimHandle(at(alice), { platformId: forum, name: "alice.example" });
    await expect(startProof(at(alice), { handleId: handle.id, method: "dns_txt" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});

test("platforms can be looked up; the open web is one, a platform that offers no proof is not", async () => {
  const silent = await anOrganisation({ name: "Silent platform" });
  const { items } = await listPlatforms(at(alice), { limit: 100 });
  expect(items[0]).toMatchObject({ id: "web", namesAreHosts: true });
  expect(items.map(({ id }) => id)).toContain(forum);
  expect(items.map(({ id }) => id)).not.toContain(silent.id);
});
