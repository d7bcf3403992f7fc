import { z } from "zod";
import { events } from "@/infra/events/events";

const OfPerson = z.object({ personId: z.string() });
const OfKey = z.object({ keyId: z.string() });

/** The events of signing in, of the second step and of API keys. They are stored under "parties", where they began. */
export const IdentityEvents = events("parties", {
  signed_in: OfPerson,
  provider_linked: z.object({ personId: z.string(), provider: z.string() }),
  second_step_set: z.object({ personId: z.string(), change: z.enum(["on", "off", "codes"]) }),
  recovery_code_used: z.object({ personId: z.string(), codes: z.number().int() }),
  api_key_created: OfKey,
  api_key_revoked: OfKey,
});
