import { ROLES } from "@/kernel/actor";
import { ROLE_WORDS } from "@/modules/parties/words";

/** The roles as choices of a form. */
export const ROLE_OPTIONS = ROLES.map((value) => ({
  value,
  label: ROLE_WORDS[value].name,
  hint: ROLE_WORDS[value].means,
}));
