import { Readable } from "node:stream";
import { transaction } from "@/infra/db/db";
import { sumOf } from "@/kernel/sum";
import type { EntryLine } from "@/modules/ledger/domain/entry";
import { postBulkEntry } from "@/modules/ledger/post/post-bulk-entry";
import { postEntry } from "@/modules/ledger/post/post-entry";
import type { HandleStanding } from "@/modules/settlement/handles/handle-standing";
import { settleHandles } from "@/modules/settlement/handles/settle-handle";
import { lockOwners } from "@/modules/settlement/repository/locks";

let made = 0;

/** Posts one entry in a database transaction of its own; a fresh idempotency key unless one is given. */
export async function anEntry(
  lines: readonly EntryLine[],
  header: Partial<Parameters<typeof postEntry>[1]> = {},
): Promise<{ entryId: string; posted: boolean }> {
  made++;
  return transaction((tx) =>
    postEntry(tx, {
      idempotencyKey: `test:${made}`,
      cause: "payout",
      causeId: `test_${made}`,
      memo: "A test entry",
      effectiveAt: new Date("2026-03-01T00:00:00Z"),
      actor: "system:test",
      lines,
      ...header,
    }),
  );
}

/** A deal's money in the bank. */
export async function aFundedPool(dealId: string, minor: bigint, currency = "USD"): Promise<string> {
  const { entryId } = await anEntry(
    [
      { account: "bank", holder: "remit", dealId, currency, minor },
      { account: "deal_pool", holder: `deal:${dealId}`, dealId, currency, minor: -minor },
    ],
    { idempotencyKey: `deal_funding:${dealId}`, cause: "deal_funding", causeId: dealId, memo: "Deal funded" },
  );
  return entryId;
}

/** Writes into the register how a handle of platform `org_p` stands from now on, as the commands of handles would leave it. */
export async function handleStands(name: string, { held, lost }: HandleStanding): Promise<void> {
  await transaction(async ({ pg }) => {
    await pg.query("SET LOCAL session_replication_role = replica"); // No platform and no people: the books know neither.
    await pg.query("DELETE FROM handle_period WHERE platform_id = 'org_p' AND name = $1", [name]);
    const period = (
      id: string,
      of: Readonly<{ handleId: string; personId: string }>,
      end: string,
      disputed: boolean,
    ) =>
      pg.query(
        `INSERT INTO handle_period (id, handle_id, platform_id, name, person_id, verified_at, ended_at, end_reason, disputed)
         VALUES ($1, $2, 'org_p', $3, $4, '2026-01-01', ${end}, $5)`,
        [id, of.handleId, name, of.personId, disputed],
      );
    if (held !== null) await period(`hpd_${name}_held`, held, "NULL, NULL", held.disputed);
    for (const [at, hold] of lost.entries())
      await period(`hpd_${name}_lost${at}`, hold, "'2026-02-01', 'lost'", false);
  });
}

/**
 * An allocation as a royalty run posts it: by COPY, from the deal's pool to payable and unclaimed. With `settled`, its
 * handles are then settled by their current owners.
 */
export async function anAllocation(
  dealId: string,
  shares: readonly Readonly<{ holder: string; minor: bigint }>[],
  currency = "USD",
  { settled = false } = {},
): Promise<string> {
  const pool = sumOf(shares, (share) => share.minor);
  const rows: [account: string, holder: string, minor: bigint][] = [["deal_pool", `deal:${dealId}`, pool]];
  for (const { holder, minor } of shares)
    rows.push([holder.startsWith("handle:") ? "unclaimed" : "payable", holder, -minor]);
  const text = (no: bigint) =>
    rows.map(([account, holder, minor]) =>
      [no, account, holder.replaceAll("\\", "\\\\"), dealId, currency, minor].join("\t").concat("\n"),
    );
  const moving = { effectiveAt: new Date("2026-03-02T00:00:00Z"), actor: "system:test" };
  const header = {
    ...moving,
    idempotencyKey: `allocation:${dealId}`,
    cause: "allocation" as const,
    causeId: dealId,
    memo: "Allocation",
    contentDigest: text(0n).join(""),
  };
  return transaction(async (tx) => {
    const { entryId } = await postBulkEntry(tx, header, async (no) => Readable.from(text(no)));
    const names = shares.flatMap(({ holder }) => {
      const [kind, platformId = "", ...name] = holder.split(":");
      return kind === "handle" ? [{ platformId, name: name.join(":") }] : [];
    });
    if (settled) {
      await lockOwners(tx, "posting");
      await settleHandles(tx, names, moving);
    }
    return entryId;
  });
}
