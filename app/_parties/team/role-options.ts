import type { useTranslations } from "next-intl";
import { ROLES } from "@/kernel/actor";

type T = ReturnType<typeof useTranslations<"parties">>;

/** The roles as choices of a form: all, or (for who is no owner) all but the owner's. */
export function roleOptions(t: T, isOwner: boolean) {
  return ROLES.filter((role) => isOwner || role !== "owner").map((value) => ({
    value,
    label: t(`role.${value}.name`),
    hint: t(`role.${value}.means`),
  }));
}
