import type { Operation } from "@/app/_web/api/operations";
import { lookUpRoute } from "@/app/_web/site/look-up";
import { LIMITS } from "@/kernel/limits";
import { lookUp } from "@/modules/lookup/look-up";
import { getRegisterDeal, listRegister } from "@/modules/lookup/register";

const tag = "Register";

export const lookUpOperations: readonly Operation[] = [
  {
    id: "lookUpName",
    method: "GET",
    path: "/look-up",
    tag,
    summary: "Is this handle, site or book in a deal?",
    description: `Needs no key. Exact names only; ${LIMITS.lookUpsPerHour} look-ups an hour. For a proved name it says that it is proved, and nothing else.`,
    verb: lookUp,
    handler: lookUpRoute,
  },
  {
    id: "listRegister",
    method: "GET",
    path: "/register",
    tag,
    summary: "The public register of sealed deals, the newest seal first",
    description: "Needs no key. Deals of platforms that are or were verified; nothing of any contributor.",
    verb: listRegister,
  },
  {
    id: "getRegisterDeal",
    method: "GET",
    path: "/register/{dealId}",
    tag,
    summary: "One sealed deal: its terms, its money, its digest",
    description: "Needs no key. A deal that is not sealed is not here.",
    verb: getRegisterDeal,
  },
];
