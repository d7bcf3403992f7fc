import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "@/app/(creator)/me/handles/actions";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { forumPublicKey } from "@/modules/demo/forum-key";
import { getDemoSite } from "@/modules/demo/queries";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import { startProof } from "@/modules/handles/proof/start-proof";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { confirm, edit } from "./actions";

const HOST = "quay-forum.example";
const VISITOR: Browser = { cookies: {} };
const nobody = callAs({ kind: "anonymous" });
let forum: string;
const demo = (on: "0" | "1") => {
  process.env.REMIT_DEMO = on;
  forgetEnv();
};

beforeAll(async () => {
  const { id, owner } = await anOrganisation({ host: HOST, name: "Quay Forum" });
  forum = id;
  const rule = { profileTemplate: `https://${HOST}/u/{name}`, namesAreHosts: false, pageCode: true };
  await setProofRule(callAs(owner), { organisationId: id, ...rule });
  await updateOrganisation(callAs(owner), { organisationId: id, attestationKey: forumPublicKey(id) });
  demo("1");
});
afterAll(() => demo("0"));

describe("a site of the demo world", () => {
  const write = (fields: Record<string, string>) => send(VISITOR, () => edit(null, form(fields)));

  test("says what a visitor wrote on it, lines and all", async () => {
    const sent = await write({ what: "bio", host: HOST, member: "ada", text: "Hello\r\nthere" });
    expect(sent).toMatchObject({ answer: { ok: true }, redrawn: ["/demo/layout"] });
    const { forum: shown } = await getDemoSite(nobody, { host: HOST, member: "ada" });
    expect(shown?.member).toMatchObject({ bio: "Hello\nthere" });
    await write({ what: "records", host: "ada.example", text: "remit=1" });
    expect(await getDemoSite(nobody, { host: "ada.example" })).toMatchObject({ forum: null });
  });

  test("is where a code is looked for; one that is not there is no fault of the form, and its page says so", async () => {
    const [ada, other] = [await aPerson(), await aPerson()];
    const call = callAs(await actorFor(ada.id));
    const handle = await claimHandle(call, { platformId: forum, name: "Bea" });
    const { proof, place } = await startProof(call, { handleId: handle.id, method: "page_code" });
    const look = async (personId: string) => {
      const browser = await browserOf(personId);
      return send(browser, () => check(null, form({ proofId: proof.id })));
    };
    expect(codeOf(await look(other.id))).toBe("NOT_FOUND");
    expect(await look(ada.id)).toMatchObject({ answer: { ok: true, value: null }, redrawn: ["/me/layout"] });
    const outcome = async () =>
      (await db.prisma.proofCheck.findMany({ where: { proofId: proof.id }, orderBy: { id: "asc" } })).map(
        ({ reason }) => reason,
      );
    expect(await outcome()).toEqual(["PROOF_NOT_FOUND"]);
    await write({ what: "bio", host: HOST, member: "Bea", text: place.text });
    await db.prisma.proofCheck.updateMany({ data: { startedAt: new Date(Date.now() - 3_600_000) } });
    expect((await look(ada.id)).answer).toMatchObject({ ok: true, value: { handle: { state: "verified" } } });
  });

  test("takes no page of its forum for a website, and nothing that has no place", async () => {
    expect(codeOf(await write({ what: "records", host: HOST, text: "x" }))).toBe("NOT_FOUND");
    expect(codeOf(await write({ what: "poster", host: "ada.example", text: "x" }))).toBe("INVALID_INPUT");
    expect(codeOf(await write({}))).toBe("INVALID_INPUT");
  });
});

describe("the forum", () => {
  const say = (code: string, member = "Ada") =>
    send(VISITOR, () => confirm(null, form({ host: HOST, member, code })));

  test("confirms its member with the code that Remit gave, and says so on its own page", async () => {
    const person = callAs(await actorFor((await aPerson()).id));
    const handle = await claimHandle(person, { platformId: forum, name: "Ada" });
    const { code } = await startProof(person, { handleId: handle.id, method: "attestation" });
    expect(codeOf(await say("RMT-NO-SUCH-CODE"))).toBe("PROOF_NOT_FOUND");
    const { to } = await say(code);
    expect(to).toBe(`/demo/${HOST}?member=Ada&confirmed=${handle.id}`);
    expect((await db.prisma.handle.findUniqueOrThrow({ where: { id: handle.id } })).state).toBe("verified");
    expect(codeOf(await say(code, ""))).not.toBeNull();
  });

  test("is not there outside the demo world", async () => {
    demo("0");
    expect(codeOf(await say("RMT-NO-SUCH-CODE"))).toBe("NOT_FOUND");
    const sent = await send(VISITOR, () =>
      edit(null, form({ what: "bio", host: HOST, member: "ada", text: "x" })),
    );
    expect(codeOf(sent)).toBe("NOT_FOUND");
    demo("1");
  });
});
