import { command } from "@/infra/command";
import { DomainError, notFound } from "@/kernel/errors";
import { requirePerson } from "@/modules/parties/access";
import { describeHandle } from "./describe-handle";
import { endPeriod, findHandle, lockSeat, runningPeriod, setHandleState } from "./repository/handles";
import { Handle, HandleRef } from "./schema";

/**
 * Lets a handle go, or drops a claim that was never proved. From then on its new money is unclaimed and the terms set for
 * it no longer count; what was paid or owed before stays. The same person may claim and prove it again.
 */
export const releaseHandle = command({
  name: "works.release_handle",
  scope: "works:write",
  stepUp: true,
  input: HandleRef,
  output: Handle,
  async run({ tx, actor, now }, { handleId }) {
    const personId = requirePerson(actor);
    const seen = await findHandle(handleId, tx);
    if (seen === null || seen.personId !== personId) throw notFound("handle");
    await lockSeat(tx, seen.platformId, seen.name);
    const handle = (await findHandle(handleId, tx)) ?? seen;
    const { platformId, name } = handle;
    if (handle.state === "disputed")
      throw new DomainError(
        "HANDLE_DISPUTED",
        "Two people have proved this handle. An operator decides first; write to us if you give it up.",
      );
    const isOpen = handle.state === "pending" || handle.state === "verified";
    if (handle.state === "verified") {
      const period = await runningPeriod(tx, platformId, name);
      if (period !== null) await endPeriod(tx, period, now, "released");
    }
    if (isOpen) await setHandleState(tx, handleId, { state: "released", verifiedAt: null });
    return {
      value: await describeHandle(handleId, personId, now, tx),
      events: isOpen
        ? [{ type: "works.handle_released", payload: { handleId, platformId, name, personId } }]
        : [],
      audit: { subject: handleId, detail: { platformId, name, was: handle.state } },
    };
  },
});
