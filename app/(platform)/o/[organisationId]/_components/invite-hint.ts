import { getTranslations } from "next-intl/server";
import type { AttentionItem } from "@/app/_shell/attention";
import { read } from "@/app/_web/page/page";
import type { Role } from "@/kernel/actor";
import { listInvitations, listMembers } from "@/modules/parties/queries/organisations";

/** For an owner or admin who is alone in an organisation and has not asked anybody in yet. */
export async function inviteHint(
  organisationId: string,
  role: Role | undefined,
): Promise<readonly AttentionItem[]> {
  if (role !== "owner" && role !== "admin") return [];
  const [t, members, invitations] = await Promise.all([
    getTranslations("deals.home.attention"),
    read(listMembers, { organisationId }),
    read(listInvitations, { organisationId }),
  ]);
  if (members.items.length !== 1 || invitations.items.some((one) => one.state === "pending")) return [];
  return [{ key: "alone", text: t("alone"), href: `/o/${organisationId}/team`, act: t("aloneAct") }];
}
