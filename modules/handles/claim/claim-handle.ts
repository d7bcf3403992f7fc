import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { readablePart } from "@/kernel/invisible";
import { LIMITS } from "@/kernel/limits";
import { cutText } from "@/kernel/text";
import { mayClaimAgain } from "../domain/handle";
import { nameOn } from "../domain/name-on";
import { methodsOn, type Platform } from "../domain/platform";
import { HandleEvents } from "../events";
import { platformOf } from "../platforms/platforms";
import {
  countPendingClaims,
  findClaim,
  type HandleRow,
  insertHandle,
  lockClaimsOf,
  lockSeat,
  setHandleState,
} from "../repository/handles";
import { ClaimHandleRequest, Handle } from "../schema";
import { describeHandle } from "./describe-handle";

/** Says "this is me" about a seat on a platform. Nothing follows from it until it is proved; claiming twice is once. */
export const claimHandle = command({
  name: "works.claim_handle",
  scope: "works:write",
  input: ClaimHandleRequest,
  output: Handle,
  async run({ tx, actor, now }, { platformId, name: shownName }) {
    const personId = requirePerson(actor);
    const platform = await platformOf(platformId);
    if (platform === null) throw notFound("platform");
    const { name, fromAddress } = checkedName(platform, shownName);
    await lockClaimsOf(tx, personId); // Two claims that count at the same time would both find room for one more.
    await lockSeat(tx, platformId, name);
    const before = await findClaim(tx, { platformId, name, personId });
    const isNew = before === null || mayClaimAgain(before.state);
    if (before?.state === "lost") throw lostBefore(platform, before);
    if (isNew) await refuseTooMany(tx, personId);
    const id = before?.id ?? newId("handle", now);
    // A person who pasted an address sees the name that was read from it.
    const written =
      platform.namesAreHosts || fromAddress ? name : cutText(readablePart(shownName), LIMITS.nameCharsMax);
    const row = { id, platformId, name, shownName: written, personId };
    if (before === null)
      await insertHandle(tx, { ...row, state: "pending", verifiedAt: null, createdAt: now });
    else if (isNew)
      await setHandleState(tx, id, { state: "pending", verifiedAt: null, shownName: row.shownName });
    return {
      value: await describeHandle(id, personId, now, tx),
      events: isNew ? [HandleEvents.handle_claimed({ handleId: id, platformId, name, personId })] : [],
      audit: { subject: id, detail: { platformId, name } },
    };
  },
});

function checkedName(platform: Platform, raw: string): { name: string; fromAddress: boolean } {
  const read = nameOn(platform, raw);
  if ("fault" in read)
    throw new DomainError("INVALID_INPUT", read.message, {
      faults: [{ path: "name", message: read.message }],
    });
  if (methodsOn(platform).length === 0)
    throw new DomainError(
      "CONFLICT",
      `${platform.name} has not yet set how its handles can be proved. It has to give its host or an attestation key first.`,
      { detail: { because: "no_way_to_prove", platform: platform.name } },
    );
  return read;
}

async function refuseTooMany(tx: Tx, personId: string): Promise<void> {
  if ((await countPendingClaims(tx, personId)) < LIMITS.handleClaimsWaitingMax) return;
  throw new DomainError(
    "RATE_LIMITED",
    `You have ${LIMITS.handleClaimsWaitingMax} claims without a proof, the maximum. Prove or remove some first.`,
    { detail: { because: "claims_waiting", max: LIMITS.handleClaimsWaitingMax } },
  );
}

function lostBefore(platform: Platform, handle: HandleRow): DomainError {
  return new DomainError(
    "HANDLE_DISPUTED",
    `An operator decided that ${handle.name} on ${platform.name} belongs to another person. Write to us if that was wrong.`,
    { detail: { because: "decided_for_another", handle: handle.name, platform: platform.name } },
  );
}
