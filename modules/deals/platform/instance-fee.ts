import { z } from "zod";
import { env } from "@/infra/env";
import { query } from "@/infra/verb/query";

/** Remit's fee on this instance, in basis points of the gross. A deal keeps the one it was reported with. */
export function instanceFeeBps(): number {
  return env().REMIT_FEE_BPS;
}

/** What a new deal gets without being asked, for the form. */
export const dealDefaults = query({
  name: "deals.defaults",
  scope: "deals:read",
  input: z.strictObject({}),
  output: z.object({ operatorFeeBps: z.number().int() }),
  async run() {
    return { operatorFeeBps: instanceFeeBps() };
  },
});
