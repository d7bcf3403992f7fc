import { z } from "zod";
import { query } from "@/infra/query";
import { glance, limits } from "../domain/at-a-glance";
import { personOf } from "../own-scope";
import { termsInForce } from "../repository/at-a-glance";

const Glance = z.union([
  z.object({ says: z.enum(["free", "no", "nothing", "depends"]) }),
  z.object({ says: z.literal("priced"), fromMicros: z.string() }),
]);
const AtAGlance = z.object({
  general: z
    .object({
      open: Glance,
      closed: Glance,
      currency: z.string().nullable(),
      limits: z.enum(["research", "conditions"]).nullable(),
      effectiveFrom: z.string(),
    })
    .nullable(),
  narrower: z.number().int().describe("Handles, works and addresses with terms of their own"),
});
export type GlanceWire = z.output<typeof AtAGlance>;

/** What a person's terms say as short as it can be said: the widest in a word each, the narrower ones counted. One query. */
export const termsAtAGlance = query({
  name: "consent.at_a_glance",
  scope: "consent:read",
  input: z.object({}),
  output: AtAGlance,
  async run({ actor, now }) {
    const inForce = await termsInForce(personOf(actor), now);
    const general = inForce.find((version) => version.kind === "person");
    if (general === undefined) return { general: null, narrower: inForce.length };
    const { terms, effectiveFrom } = general;
    const wire = (said: ReturnType<typeof glance>) =>
      said.says === "priced" ? { says: said.says, fromMicros: String(said.fromMicros) } : { says: said.says };
    return {
      general: {
        open: wire(glance(terms, "open")),
        closed: wire(glance(terms, "closed")),
        currency: terms.currency,
        limits: limits(terms),
        effectiveFrom: effectiveFrom.toISOString(),
      },
      narrower: inForce.length - 1,
    };
  },
});
