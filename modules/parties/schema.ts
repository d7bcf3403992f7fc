import { z } from "zod";
import { ORGANISATION_KINDS, ROLES } from "@/kernel/actor";

export const MyMembership = z.object({
  organisationId: z.string(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  role: z.enum(ROLES),
  state: z.string(),
});
export const Me = z.object({
  person: z
    .object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable(), locale: z.string() })
    .nullable(),
  memberships: z.array(MyMembership),
});
