import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { aHeldHandle, aPersonActor, aWork } from "@/test/factories/consent";
import { presetTerms } from "../domain/presets";
import type { ConsentRequest } from "../domain/request";
import { Contents } from "../snapshot/contents";
import { type TriedTerms, tryTermsForPerson } from "./evaluate-for-person";
import { setTerms } from "./set-terms";

const NOW = new Date("2026-03-01T00:00:00Z");
const request: ConsentRequest = {
  uses: ["pretraining"],
  buyerId: null,
  buyerName: "Example Lab",
  weights: "closed",
  purpose: "commercial",
  attribution: true,
  distillation: false,
  currency: "USD",
  at: NOW,
};

test("other terms for a work are tried for each handle, with the handle's own and its prefixes' below them", async () => {
  const actor = aPersonActor();
  const { personId } = actor;
  const say = (scope: Parameters<typeof setTerms>[1]["scope"], preset: "never" | "paid_anything") =>
    setTerms({ actor, now: NOW, requestId: `preview_${JSON.stringify(scope)}` }, { scope, preset });
  const platformId = "org_preview_work";
  const [free, closed, partly] = await Promise.all(
    ["free", "closed", "partly"].map((name) => aHeldHandle({ personId, platformId, name })),
  );
  if (free === undefined || closed === undefined || partly === undefined) throw new Error("three handles");
  const workId = await aWork({ personId, url: "http://forum.example/essays/1", scheme: "url_prefix" });
  await say({ kind: "person" }, "paid_anything");
  await say({ kind: "handle", handleId: closed.handleId }, "never");
  await say(
    { kind: "url_prefix", handleId: partly.handleId, prefix: "https://forum.example/essays/" },
    "never",
  );
  const verdicts = async (terms: TriedTerms["terms"]) => {
    const asked = { platformId, dealId: null, request };
    const [tried = []] = await tryTermsForPerson(personId, [asked], {
      scope: { kind: "work", workId },
      terms,
      at: new Date(NOW.getTime() + 1),
    });
    return Object.fromEntries(
      tried.map(({ handleId, before, after }) => [handleId, [before.verdict, after.verdict]]),
    );
  };
  expect(await verdicts(presetTerms("never", "USD"))).toEqual({
    [free.handleId]: ["cleared", "refused"],
    [closed.handleId]: ["refused", "refused"],
    [partly.handleId]: ["refused", "refused"],
  });
  expect(await verdicts(presetTerms("paid_anything", "USD"))).toEqual({
    [free.handleId]: ["cleared", "cleared"],
    [closed.handleId]: ["refused", "cleared"],
    [partly.handleId]: ["refused", "cleared"],
  });
});

test("terms that were fetched together are there together, however few are kept", async () => {
  for (const preset of ["never", "paid_anything", "research_only"] as const)
    await setTerms({ actor: aPersonActor(), now: NOW, requestId: `kept_${preset}` }, { preset });
  const seqs = (await db.prisma.termsContent.findMany({ select: { seq: true }, take: 3 })).map(
    ({ seq }) => seq,
  );
  const contents = new Contents(2);
  await contents.fetch(seqs.slice(0, 2));
  await contents.fetch(seqs.slice(1));
  for (const seq of seqs.slice(1))
    expect(contents.layer({ kind: "person" }, "trm", seq)?.terms).not.toBeNull();
});
