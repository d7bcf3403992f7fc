import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { now as clockNow } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import { parseInput } from "@/infra/verb/parse";
import { DomainError, notFound } from "@/kernel/errors";
import { attestHandle } from "@/modules/handles/attestation/attest-handle";
import { composed } from "@/modules/handles/proof/composed";
import { forumKey } from "./forum-key";
import { ConfirmedMember, ConfirmMember } from "./schema";
import { forumOn, memberOf } from "./site";

const MINUTES = 5;

/**
 * A demo forum confirms one of its members: it signs the confirmation that a real platform would sign (with the key it
 * deposited) and sends it to Remit itself, as platforms do with their API key. Not found outside the demo world.
 */
export const confirmMember = composed(
  { name: "demo.confirm_member", scope: null, input: ConfirmMember, output: ConfirmedMember },
  async (context, raw) => {
    const { host, member, code } = parseInput(ConfirmMember, raw);
    const platform = await forumOn(host);
    const known = platform === null ? null : memberOf(platform, member);
    if (platform === null || known === null) throw notFound("member");
    const at = (context.now ?? clockNow()).getTime() / 1000;
    const confirmation = await new SignJWT({ handle: known.name })
      .setProtectedHeader({ alg: "EdDSA" })
      .setIssuer(platform.id)
      .setSubject(code)
      .setJti(randomUUID())
      .setExpirationTime(Math.floor(at) + MINUTES * 60)
      .sign(forumKey(platform.id));
    const forum: CallContext = { ...context, actor: { kind: "system", job: "demo-forum" } };
    try {
      const { handleId } = await attestHandle(forum, { token: confirmation });
      return { handleId };
    } catch (error) {
      if (error instanceof DomainError && error.code === "NOT_FOUND")
        throw new DomainError(
          "PROOF_NOT_FOUND",
          "Remit does not know this code. Copy it again from the page on Remit where you prove this name.",
          { faults: [{ path: "code", message: "Not a code of Remit's." }], detail: { because: "demo_code" } },
        );
      throw error;
    }
  },
);
