import { read } from "@/app/_web/page";
import type { Role } from "@/kernel/actor";
import { listInvitations, listMembers } from "@/modules/parties/queries/organisations";
import { TextLink } from "@/ui/text-link";

/** For an owner or admin who is alone in an organisation and has not asked anybody in yet. */
export async function InviteHint({
  organisationId,
  role,
}: {
  organisationId: string;
  role: Role | undefined;
}) {
  if (role !== "owner" && role !== "admin") return null;
  const [members, invitations] = await Promise.all([
    read(listMembers, { organisationId }),
    read(listInvitations, { organisationId }),
  ]);
  if (members.items.length !== 1 || invitations.items.some((one) => one.state === "pending")) return null;
  return (
    <p className="text-muted">
      You are the only one here. <TextLink href={`/o/${organisationId}/team`}>Invite somebody</TextLink>, so
      that your deals do not depend on one person.
    </p>
  );
}
