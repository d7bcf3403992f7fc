import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { replaceDns } from "@/infra/net/dns";
import type { Actor } from "@/kernel/actor";
import { actorFor, anApiKey, aPerson, callAs } from "@/test/factories/parties";
import { claimHandle } from "../claim/claim-handle";
import { personOfHandle } from "../claim/handles-of";
import { checkProof } from "./check-proof";
import { lookForProofs } from "./look-for-proofs";
import { openProof } from "./open-proof";
import { startProof } from "./start-proof";

const zone: Record<string, string[]> = {};
const began = Date.now();
const after = (minutes: number) => new Date(began + minutes * 60_000);
let alice: Actor;

beforeAll(() => replaceDns({ addresses: async () => [], txt: async (name) => zone[name] ?? [] }));
beforeEach(async () => {
  alice = await actorFor((await aPerson()).id);
});
afterAll(() => replaceDns(null));

const begin = async (name: string) => {
  const call = callAs(alice, { now: after(0) });
  const handle = await claimHandle(call, { platformId: "web", name });
  const { proof, code, place } = await startProof(call, { handleId: handle.id, method: "dns_txt" });
  return { handleId: handle.id, proofId: proof.id, code, text: place.text };
};

test("while it waits its owner reads the code again; nobody else does, and not once it is proved", async () => {
  const { handleId, proofId, code, text } = await begin("again.test");
  const read = async (actor: Actor, minutes = 1) =>
    (await openProof(callAs(actor, { now: after(minutes) }), { handleId })).open;
  expect(await read(alice)).toMatchObject({ code, proof: { id: proofId }, place: { text } });
  const mallory = await actorFor((await aPerson()).id);
  await expect(read(mallory)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const reader = await anApiKey(alice, { preset: "read_only" });
  await expect(read(reader.actor)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  expect(await read(alice, 8 * 24 * 60)).toBeNull();
  zone["again.test"] = [text];
  await checkProof(callAs(alice, { now: after(2) }), { proofId });
  expect(await read(alice)).toBeNull();
});

test("the worker looks by itself: not right away, ever more rarely, and a find proves the handle", async () => {
  const { proofId, text } = await begin("patient.test");
  const run = (minutes: number) => lookForProofs(() => after(minutes));
  const looks = () => db.prisma.proofCheck.count({ where: { proofId } });
  await run(5);
  expect(await looks()).toBe(0);
  await run(11);
  await run(15);
  expect(await looks()).toBe(1);
  await run(22);
  expect(await looks()).toBe(2);
  await run(24 * 60); // a day old: two hours lie between two looks
  await run(25 * 60);
  expect(await looks()).toBe(3);
  zone["patient.test"] = [text];
  await run(38 * 60);
  expect(await personOfHandle("web", "patient.test", after(39 * 60))).toMatchObject({
    personId: alice.kind === "user" ? alice.personId : "",
  });
  const own = { command: "works.record_proof_check", actor: "system:look-for-proofs", outcome: "done" };
  expect(await db.prisma.auditRecord.count({ where: own })).toBe(4);
});
