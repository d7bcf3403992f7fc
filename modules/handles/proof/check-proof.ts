import { z } from "zod";
import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";
import type { Json } from "@/kernel/canonical-json";
import { DomainError, type ErrorCode, notFound } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { HOUR_MS, hoursAfter } from "@/kernel/time";
import { describeHandle } from "../claim/describe-handle";
import { platformOf } from "../platforms/platforms";
import { findHandle, lockSeat } from "../repository/handles";
import {
  checkCounts,
  findCheck,
  findProof,
  finishCheck,
  insertCheck,
  type ProofRow,
} from "../repository/proofs";
import { CheckResult, ProofRef } from "../schema";
import { checkWire } from "../wire";
import { composed } from "./composed";
import { type Evidence, gatherEvidence } from "./gather-evidence";
import { recordProof } from "./record-proof";

/** A proof for the person whose it is, and for our own looks. */
async function ownProof(tx: Tx, actor: Actor, proofId: string): Promise<ProofRow> {
  const proof = await findProof(tx, proofId);
  const mayLook = actor.kind === "system" || proof?.personId === requirePerson(actor);
  if (proof === null || !mayLook) throw notFound("proof");
  return proof;
}

/** First commit: we are going to look. Refused when there is nothing to look at, or when we looked too often. */
const beginCheck = command({
  name: "works.check_proof",
  scope: "works:write",
  input: ProofRef,
  output: z.object({ checkId: z.string(), proofId: z.string() }),
  async run({ tx, actor, now }, { proofId }) {
    const proof = await ownProof(tx, actor, proofId);
    const { personId } = proof;
    refuseClosed(proof, now);
    const host = hostOf(proof.target ?? "");
    // Looks of our own leave people at least half of what they may ask for.
    await refuseTooOften(tx, { proofId, personId, host, part: actor.kind === "system" ? 0.5 : 1 }, now);
    const checkId = await insertCheck(tx, { proofId, personId, host, at: now });
    return {
      value: { checkId, proofId },
      events: [],
      audit: { subject: proof.handleId, detail: { proofId, checkId } },
    };
  },
});

/** Second commit: what was seen. Safe to repeat; the first result stays. */
const recordCheck = command({
  name: "works.record_proof_check",
  scope: "works:write",
  input: z.object({
    checkId: z.string(),
    outcome: z.enum(["proved", "failed"]),
    reason: z.string().nullable(),
    message: z.string().nullable(),
    evidence: z.record(z.string(), z.custom<Json>()),
  }),
  output: CheckResult,
  async run({ tx, actor, now }, { checkId, ...seen }) {
    const check = await findCheck(checkId, tx);
    const proof = check === null ? null : await ownProof(tx, actor, check.proofId);
    const handle = proof === null ? null : await findHandle(proof.handleId, tx);
    if (check === null || proof === null || handle === null) throw notFound("proof");
    const { personId } = proof;
    await lockSeat(tx, handle.platformId, handle.name);
    const isFirst = (await findCheck(checkId, tx))?.finishedAt === null;
    if (isFirst) await finishCheck(tx, checkId, { at: now, ...seen });
    const proved = isFirst && seen.outcome === "proved";
    const events = proved ? await recordProof(tx, proof, handle, now) : [];
    const after = await findCheck(checkId, tx);
    return {
      value: { check: checkWire(after ?? check), handle: await describeHandle(handle.id, personId, now, tx) },
      events,
      audit: {
        subject: handle.id,
        detail: { proofId: proof.id, checkId, outcome: seen.outcome, reason: seen.reason },
      },
    };
  },
});

/**
 * Looks for the placed code now. Commits before and after the network request, so that no lock waits for a foreign server;
 * after a crash in between, the next check is free. Refuses a failed check with reason and remedy, and stores it as evidence.
 */
export const checkProof = composed(
  { name: "works.check_proof", scope: "works:write", input: ProofRef, output: CheckResult },
  async (context, raw) => {
    const { checkId, proofId } = await beginCheck(context, raw);
    const { idempotencyKey: _, ...again } = context;
    const known = await findCheck(checkId); // finished already when the same request is repeated
    const seen =
      known?.outcome == null
        ? await lookNow(proofId)
        : { outcome: known.outcome as "proved", reason: known.reason, message: known.message, evidence: {} };
    const result = await recordCheck(again, { checkId, ...seen });
    if (result.check.outcome === "failed")
      throw new DomainError(
        (result.check.reason ?? "PROOF_NOT_FOUND") as ErrorCode,
        result.check.message ?? "",
        {
          detail: { checkId },
        },
      );
    return result;
  },
);

async function lookNow(proofId: string): Promise<Evidence> {
  const proof = await findProof(null, proofId);
  const handle = proof === null ? null : await findHandle(proof.handleId);
  const platform = handle === null ? null : await platformOf(handle.platformId);
  if (proof === null || handle === null || platform === null) throw notFound("proof");
  const { method, codeHash } = proof;
  return gatherEvidence({ method, codeHash, target: proof.target ?? "", platform, name: handle.name });
}

function refuseClosed(proof: ProofRow, now: Date): void {
  if (proof.method === "attestation")
    throw new DomainError(
      "INVALID_INPUT",
      "This proof is a confirmation signed by the platform: send the token.",
    );
  if (proof.state === "replaced")
    throw new DomainError(
      "PROOF_EXPIRED",
      "A newer code has replaced this one. Use the newest, or get another.",
    );
  if (proof.state === "proved")
    throw new DomainError("HANDLE_ALREADY_VERIFIED", "This proof has already succeeded. No action needed.");
  if (proof.expiresAt <= now)
    throw new DomainError(
      "PROOF_EXPIRED",
      `A code is valid for ${LIMITS.proofDays} days. Get a new one and place it.`,
    );
}

async function refuseTooOften(
  tx: Tx,
  of: Readonly<{ proofId: string; personId: string; host: string; part: number }>,
  now: Date,
): Promise<void> {
  await lockSeat(tx, "checks", of.personId); // One person's checks are counted one after the other.
  const { person, host, last } = await checkCounts(tx, { ...of, since: hoursAfter(now, -1) });
  const pauseMs = last === null ? 0 : last.getTime() + LIMITS.proofCheckPauseSeconds * 1000 - now.getTime();
  if (pauseMs > 0) throw tooOften("We checked a moment ago.", Math.ceil(pauseMs / 1000));
  if (person >= LIMITS.proofChecksPerHour * of.part)
    throw tooOften(`You started ${person} checks within an hour.`, HOUR_MS / 4000);
  if (host >= LIMITS.proofChecksPerHostPerHour * of.part)
    throw tooOften(`${of.host} is being checked too often now.`, HOUR_MS / 4000);
}

function tooOften(why: string, retryAfter: number): DomainError {
  const [count, unit] = retryAfter < 90 ? [retryAfter, "second"] : [Math.round(retryAfter / 60), "minute"];
  const wait = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return new DomainError("RATE_LIMITED", `${why} Try again in ${wait}.`, { detail: { retryAfter } });
}

function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).hostname : target;
}
