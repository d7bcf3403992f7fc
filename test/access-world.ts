import { db } from "@/infra/db/db";
import { actorName } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { requestExport } from "@/modules/exports/request-export";
import { tell } from "@/modules/notices/write/write-notices";
import { inviteMember } from "@/modules/parties/members/invite-member";
import { aClearance, anAllocation, aReadyManifest } from "./factories/allocation";
import { draftDeal } from "./factories/deals";
import { aFundedPool } from "./factories/ledger";
import {
  actorFor,
  anApiKey,
  anOrganisation,
  aPerson,
  aWaitingSession,
  callAs,
  signInAs,
} from "./factories/parties";
import { anAttestingPlatform, aVerifiedHandle, aWork } from "./factories/works";

/**
 * One of everything that an address can name, all of one platform and one creator. Also a stranger who owns another platform,
 * and keys that may only read. `ids` is keyed by the parameter names of the API.
 */
export async function accessWorld() {
  const now = new Date();
  const platform = await anAttestingPlatform();
  const call = callAs(platform.owner);
  const creator = await aPerson();
  const creatorActor = await actorFor(creator.id);
  const deal = await draftDeal(call, {
    organisationId: platform.id,
    basis: "platform_terms",
    noticeDays: 30,
  });
  const of = { dealId: deal.id, organisationId: platform.id };
  const manifestId = await aReadyManifest(of, [{ contributor: "ada", tokens: 10 }]);
  const handle = await aVerifiedHandle(creatorActor, platform, "ada");
  const clearanceId = await aClearance(call, { dealId: deal.id, manifestId });
  const allocationId = await anAllocation(call, { dealId: deal.id, clearanceId });
  const work = await aWork(creatorActor);
  const seat = await db.prisma.workAuthor.findFirstOrThrow({
    where: { workId: (work as { id: string }).id },
  });
  const terms = await setTerms(callAs(creatorActor), { preset: "never" });
  const key = await anApiKey(platform.owner, { organisationId: platform.id });
  const invitation = await inviteMember(call, {
    organisationId: platform.id,
    email: "new@people.example",
    role: "analyst",
  });
  const profileId = newId("mappingProfile", now);
  await db.prisma.mappingProfile.create({
    data: {
      id: profileId,
      organisationId: platform.id,
      name: "usual",
      mapping: { columns: {} },
      createdBy: "test",
      createdAt: now,
    },
  });
  const uploadId = newId("upload", now);
  await db.prisma.upload.create({
    data: {
      id: uploadId,
      ...of,
      fileName: "rows.csv",
      contentType: null,
      bytesTotal: 10n,
      createdBy: actorName(platform.owner),
      state: "receiving",
      createdAt: now,
    },
  });
  const disputeId = "dsp_1";
  await db.prisma.handleDispute.create({
    data: { id: disputeId, platformId: platform.id, name: "ada", openedAt: now },
  });
  const job = await db.prisma.jobRun.findFirstOrThrow({ where: { subject: clearanceId } });
  const proof = await db.prisma.proof.findFirstOrThrow({ where: { handleId: handle.id } });
  await tell({ eventId: "evt_told", kind: "money_released", at: now }, [
    { personId: creator.id, params: {}, link: "/me/statement" },
  ]);
  const notice = await db.prisma.notice.findFirstOrThrow({ where: { personId: creator.id } });
  const stranger = await anOrganisation({ kind: "platform" });
  return {
    ids: {
      account: "bank",
      allocationId,
      authorId: seat.id,
      clearanceId,
      dealId: deal.id,
      disputeId,
      entryId: await aFundedPool("deal_elsewhere", 5n),
      exportId: (await requestExport(callAs(creatorActor), {})).id,
      handleId: handle.id,
      invitationId: (invitation as { id: string }).id,
      jobId: job.id,
      keyId: key.id,
      manifestId,
      noticeId: notice.id,
      organisationId: platform.id,
      personId: await ownerOf(platform.id),
      profileId,
      proofId: proof.id,
      token: "no-such-token-no-such-token",
      uploadId,
      versionId: terms.id,
      workId: (work as { id: string }).id,
    } as Readonly<Record<string, string>>,
    strangerSession: await signInAs(stranger.ownerId),
    // Of those whom all of it belongs to.
    waitingSessions: [await aWaitingSession(await ownerOf(platform.id)), await aWaitingSession(creator.id)],
    wholeKey: (await anApiKey(platform.owner, { organisationId: platform.id, preset: "all" })).secret,
    readOnlyKeys: [
      (await anApiKey(platform.owner, { organisationId: platform.id, preset: "read_only" })).secret,
      (await anApiKey(creatorActor, { preset: "read_only" })).secret,
    ],
  };
}

async function ownerOf(organisationId: string): Promise<string> {
  const owner = await db.prisma.membership.findFirstOrThrow({ where: { organisationId, role: "owner" } });
  return owner.personId;
}
