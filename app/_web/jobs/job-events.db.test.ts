import { beforeAll, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { LIMITS } from "@/kernel/limits";
import { removeMember } from "@/modules/parties/members/remove-member";
import { draftDeal } from "@/test/factories/deals";
import { sendManifest } from "@/test/factories/manifests";
import {
  aMember,
  anOrganisation,
  aSecondStep,
  aWaitingSession,
  callAs,
  signInAs,
} from "@/test/factories/parties";
import { jobEvents } from "./job-events";

let owner: Awaited<ReturnType<typeof anOrganisation>>;
let jobId: string;
beforeAll(async () => {
  owner = await anOrganisation({ host: "forum.example" });
  const call = callAs(owner.owner);
  const { id } = await draftDeal(call);
  const csv = "contributor,url,created_at,tokens\nann,https://forum.example/1,1300000000,5\n";
  jobId = (await sendManifest(call, id, csv)).jobId;
});

const follow = async (personId: string): Promise<Response> => followWith(await signInAs(personId));

async function followWith(session: string): Promise<Response> {
  const cookie = `remit.session=${session}`;
  const request = new Request(`http://localhost/api/v1/jobs/${jobId}/events`, { headers: { cookie } });
  return jobEvents(request, { jobId });
}

async function rest(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) return text;
      text += next.value;
    }
  } catch {
    return `${text}(ended)`;
  }
}

test("a right that is lost ends the stream", async () => {
  const { personId } = await aMember(owner.id, "analyst");
  const following = rest(await follow(personId));
  await removeMember(callAs(owner.owner), { organisationId: owner.id, personId });
  const text = await following;
  expect(text).toContain("event: job");
  expect(text).toMatch(/\(ended\)$/);
});

test("so does a session that is over", async () => {
  const { personId } = await aMember(owner.id, "analyst");
  const following = rest(await follow(personId));
  await db.prisma.session.deleteMany({ where: { userId: personId } });
  expect(await following).toMatch(/\(ended\)$/);
});

test("so does one that waits for a second step from now on; where it waits, none begins", async () => {
  const { personId } = await aMember(owner.id, "analyst");
  const following = rest(await follow(personId));
  await aSecondStep(personId);
  await db.prisma.session.updateMany({ where: { userId: personId }, data: { secondStepAt: null } });
  expect(await following).toMatch(/\(ended\)$/);
  expect((await followWith(await aWaitingSession(personId))).status).toBe(401);
});

test("a caller has a limited number of open streams, and closing one makes room", async () => {
  const { personId } = await aMember(owner.id, "analyst");
  const readers = [];
  for (let i = 0; i < LIMITS.eventStreamsMax; i++) {
    const reader = (await follow(personId)).body?.getReader();
    await reader?.read();
    readers.push(reader);
  }
  expect((await follow(personId)).status).toBe(429);
  await readers.pop()?.cancel();
  const again = await follow(personId);
  expect(again.status).toBe(200);
  for (const reader of readers) await reader?.cancel();
  await again.body?.cancel();
});
