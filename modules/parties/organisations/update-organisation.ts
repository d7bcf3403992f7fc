import type { Tx } from "@/infra/db/db";
import { type CommandContext, command } from "@/infra/verb/command";
import { refuseKeys, requireIn } from "@/kernel/access";
import { isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { lastCommand, refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { imitatedIn } from "../domain/imitation";
import { PartyEvents } from "../events";
import {
  lockOrganisation,
  type OrganisationRow,
  saveOrganisation,
  verifiedNames,
} from "../repository/organisations";
import { Organisation, UpdateOrganisation } from "../schema";
import { organisationVersion, organisationWire } from "../wire";

/** Settings of an organisation: its name; for a platform also its host, how handles compare, and its attestation key. */
export const updateOrganisation = command({
  name: "parties.update_organisation",
  scope: "parties:write",
  stepUp: true,
  edits: "organisation",
  input: UpdateOrganisation,
  output: Organisation,
  async run(context, { organisationId, ...change }) {
    const { tx, actor } = context;
    const operator = isOperator(actor, "operator:write");
    if (!operator) requireIn(actor, organisationId, "parties:write");
    // The owner of the private half can prove any handle of the platform.
    if (change.attestationKey !== undefined)
      refuseKeys(actor, "change the attestation key", "change it in the settings of the platform");
    // The owner of the pages on a platform's host can prove any handle of the platform.
    if (change.host !== undefined)
      refuseKeys(actor, "change the host of a platform", "change it in the settings of the platform");
    const before = await lockOrganisation(tx, organisationId);
    if (before === null) throw notFound("organisation");
    await refuseIfOrganisationChanged(context, before);
    const after = changed(before, change);
    if (after.handleCase !== before.handleCase && before.state === "verified" && !operator) {
      // Names claimed so far were compared by the old rule; only the operator can see what a change would merge.
      throw new DomainError(
        "CONFLICT",
        "You cannot change how handles compare once the platform is verified. Ask the operator to change it.",
        { detail: { because: "handle_case_fixed" } },
      );
    }
    if (before.state === "verified" && after.name !== before.name && !operator)
      await refuseImitation(tx, after);
    // A verified host is a promise that this platform speaks for it, so the operator has to verify another host again.
    const saved: OrganisationRow =
      after.host !== before.host && before.state === "verified" && !operator
        ? { ...after, state: "unverified" }
        : after;
    await saveOrganisation(tx, saved);
    return {
      value: organisationWire(saved, actor),
      events: [PartyEvents.organisation_updated({ organisationId })],
      audit: {
        subject: organisationId,
        organisationId,
        detail: {
          changed: Object.keys(change),
          ...(saved.state === before.state ? {} : { state: saved.state }),
        },
      },
    };
  },
});

/** Others rely on a verified name, and the operator does not look again: it must not be taken for another verified one. */
async function refuseImitation(tx: Tx, { id, name }: OrganisationRow): Promise<void> {
  const imitated = imitatedIn(
    (await verifiedNames(tx)).filter((other) => other.id !== id),
    name,
  );
  if (imitated === null) return;
  const message = `This name looks like ${imitated.name}, which is verified on Remit. Choose a name that is clearly different.`;
  throw new DomainError("CONFLICT", message, {
    detail: { because: "name_taken_by_verified", organisation: imitated.name },
    faults: [{ path: "name", message }],
  });
}

/** For every edit of an organisation: refuses a caller who decided on another version of it than the stored one. */
export function refuseIfOrganisationChanged(context: CommandContext, stored: OrganisationRow): Promise<void> {
  const commands = ["parties.update_organisation", "parties.set_organisation_state"];
  return refuseIfChanged(context, {
    version: organisationVersion(stored),
    organisationId: stored.id,
    last: () => lastCommand(context, stored.id, commands),
    current: () => organisationWire(stored, context.actor),
  });
}

type Change = Readonly<{
  name?: string | undefined;
  host?: string | null | undefined;
  handleCase?: OrganisationRow["handleCase"] | undefined;
  attestationKey?: Record<string, unknown> | null | undefined;
}>;

function changed(before: OrganisationRow, change: Change): OrganisationRow {
  const isPlatform = before.kind === "platform";
  if (!isPlatform && (change.host || change.attestationKey || change.handleCase)) {
    throw new DomainError("INVALID_INPUT", "Only a platform has a host, handles and an attestation key.");
  }
  return {
    ...before,
    name: change.name ?? before.name,
    host: change.host === undefined ? before.host : change.host,
    handleCase: change.handleCase ?? before.handleCase,
    attestationKey: change.attestationKey === undefined ? before.attestationKey : change.attestationKey,
  };
}
