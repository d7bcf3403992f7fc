import { expect } from "vitest";
import type { Actor } from "@/kernel/actor";
import { ledgerChecks } from "@/modules/ledger/doctor";
import { holderBalances } from "@/modules/ledger/holders/holder-balances";

// Who acts on the books in tests, and what is looked at afterwards.

export const system = { actor: { kind: "system", job: "test" } as Actor, requestId: "r" };

export const member = (kind: "operator" | "platform", signedInAt = new Date()): Actor => ({
  kind: "user",
  personId: "per_x",
  memberships: [{ organisationId: "org_x", kind, role: "owner" }],
  signedInAt,
  sessionId: "ses_x",
});

export const readOnly: Actor = {
  kind: "apiKey",
  keyId: "key_r",
  scopes: ["operator:read", "ledger:read"],
  personId: null,
  membership: { organisationId: "org_x", kind: "operator", role: "owner" },
};

export const as = (actor: Actor, more = {}) => ({ actor, requestId: "r", ...more });

/** What stands for a holder, by currency; what is zero is left out. */
export const balance = async (holder: string) =>
  ((await holderBalances([holder])).get(holder) ?? []).map(({ currency, ...parts }) => ({
    currency,
    ...Object.fromEntries(Object.entries(parts).filter(([, minor]) => minor !== 0n)),
  }));

/** The head of an entry that tests post themselves. */
export const header = (key: string) => ({
  idempotencyKey: key,
  cause: "payout" as const,
  causeId: key,
  memo: "m",
  effectiveAt: new Date(),
  actor: "system:test",
});

/** All that the doctor asks of the books. */
export async function booksAreSound(): Promise<void> {
  for (const check of ledgerChecks) expect((await check.run()).faults, check.name).toEqual([]);
}
