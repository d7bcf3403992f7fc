import { z } from "zod";
import { query } from "@/infra/verb/query";
import { scopeOf } from "../domain/scope";
import { glance, limits } from "../domain/words/at-a-glance";
import { type InForce, termsInForce } from "../repository/at-a-glance";
import { handlesHeld, worksHeld } from "../repository/scopes";
import { personWithTerms } from "../terms/own-scope";

const Glance = z.union([
  z.object({ says: z.enum(["free", "no", "nothing", "depends"]) }),
  z.object({ says: z.literal("priced"), fromMicros: z.string(), toMicros: z.string() }),
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
    const personId = personWithTerms(actor);
    const inForce = await liveTerms(personId, await termsInForce(personId, now), now);
    const general = inForce.find((version) => version.kind === "person");
    if (general === undefined) return { general: null, narrower: inForce.length };
    const { terms, effectiveFrom } = general;
    const wire = (said: ReturnType<typeof glance>) =>
      said.says === "priced"
        ? { says: said.says, fromMicros: String(said.fromMicros), toMicros: String(said.toMicros) }
        : { says: said.says };
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

/** Those that still decide something: of handles the person holds and works they answer for. Retired works have none. */
async function liveTerms(personId: string, all: readonly InForce[], now: Date): Promise<readonly InForce[]> {
  if (all.every(({ kind }) => kind === "person")) return all;
  const [handles, works] = await Promise.all([handlesHeld(personId, now), worksHeld(personId, now)]);
  const live = new Set([...handles.map(({ handleId }) => handleId), ...works.map(({ workId }) => workId)]);
  return all.filter(({ kind, key }) => {
    if (kind === "person") return true;
    return live.has(kind === "url_prefix" ? handleOfPrefix(key) : key);
  });
}

function handleOfPrefix(key: string): string {
  const scope = scopeOf("url_prefix", key);
  return scope.kind === "url_prefix" ? scope.handleId : key;
}
