import { z } from "zod";
import { BalanceWire } from "@/modules/ledger/schema";

const Named = z.object({ id: z.string(), name: z.string() });

/** What deleting one's account would do, from what is kept of this person now. */
export const Departure = z.object({
  confirmWith: z
    .string()
    .describe("What has to be typed: the e-mail address, or the name where there is none"),
  isRecent: z.boolean().describe("Whether the sign-in is recent enough to delete now"),
  name: z.string().nullable(),
  email: z.string().nullable(),
  goes: z.object({
    sessions: z.number().int(),
    providers: z.array(z.string()),
    apiKeys: z.number().int(),
    memberships: z.array(Named),
  }),
  terms: z.number().int().describe("Scopes with terms in force or scheduled; all are withdrawn"),
  handles: z.array(z.object({ id: z.string(), platform: z.string(), name: z.string(), proved: z.boolean() })),
  works: z.object({ own: z.number().int(), shared: z.number().int() }),
  inTheWay: z.object({
    soleOwnerOf: z.array(Named),
    balances: z.array(BalanceWire),
    disputed: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const DeletePerson = z.object({
  confirmation: z.string().max(400).describe("`confirmWith` of the description, typed by the person"),
});
export const Nothing = z.object({});
export const PersonDeleted = z.object({ personId: z.string() });
