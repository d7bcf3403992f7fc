import type { z } from "zod";
import { contentVersion } from "@/infra/verb/content-version";
import { methodsOn, type Platform, profileAddress } from "./domain/platform";
import type { HandleWithProofs } from "./repository/handles";
import { PROOF_RULE_DEFAULT, type ProofRuleRow } from "./repository/proof-rules";
import type { CheckRow } from "./repository/proofs";
import type { Handle, LastCheck, Proof, ProofRuleView } from "./schema";

/** A platform's rule, or what holds where it never said one. */
export function proofRuleWire(
  organisationId: string,
  rule: ProofRuleRow = PROOF_RULE_DEFAULT,
): Wire<typeof ProofRuleView> {
  const { profileTemplate, namesAreHosts, pageCode } = rule;
  const said = { profileTemplate, namesAreHosts, pageCode };
  return { organisationId, ...said, version: contentVersion(said) };
}

type Wire<T extends z.ZodType> = z.input<T>;
type ProofLike = Omit<HandleWithProofs["proofs"][number], "checks">;

export function checkWire(check: CheckRow): Wire<typeof LastCheck> {
  return {
    id: check.id,
    startedAt: check.startedAt.toISOString(),
    finishedAt: check.finishedAt?.toISOString() ?? null,
    outcome: check.outcome as Wire<typeof LastCheck>["outcome"],
    reason: check.reason,
    message: check.message,
  };
}

export function proofWire(proof: ProofLike, now: Date): Omit<Wire<typeof Proof>, "lastCheck"> {
  const state = proof.state as "waiting" | "proved" | "replaced";
  return {
    id: proof.id,
    handleId: proof.handleId,
    method: proof.method as Wire<typeof Proof>["method"],
    target: proof.target,
    state: state === "waiting" && proof.expiresAt <= now ? "expired" : state,
    createdAt: proof.createdAt.toISOString(),
    expiresAt: proof.expiresAt.toISOString(),
    provedAt: proof.provedAt?.toISOString() ?? null,
  };
}

export function handleWire(
  handle: HandleWithProofs,
  platform: Platform | undefined,
  seen: Readonly<{ now: Date; heldByAnother: boolean }>,
): Wire<typeof Handle> {
  const [newest] = handle.proofs;
  const [lastCheck] = newest?.checks ?? [];
  return {
    id: handle.id,
    platform: {
      id: handle.platformId,
      name: platform?.name ?? handle.platformId,
      host: platform?.host ?? null,
    },
    name: handle.name,
    shownName: handle.shownName,
    state: handle.state as Wire<typeof Handle>["state"],
    methods: platform === undefined ? [] : [...methodsOn(platform)],
    heldByAnother: seen.heldByAnother,
    profileAddress: platform === undefined ? null : profileAddress(platform, handle.name),
    createdAt: handle.createdAt.toISOString(),
    verifiedAt: handle.verifiedAt?.toISOString() ?? null,
    proof:
      newest === undefined
        ? null
        : {
            ...proofWire(newest, seen.now),
            lastCheck: lastCheck === undefined ? null : checkWire(lastCheck),
          },
  };
}
