import { z } from "zod";
import { query } from "@/infra/verb/query";
import { requireOperator } from "@/kernel/access";
import { personOf } from "@/modules/parties/people/person-of";
import { contestedWorks } from "../repository/contested";
import { findWork } from "../repository/works";
import { ContestedWorkPage, type IDENTIFIER_SCHEMES } from "../schema";

const SHOWN = 50;

/** Identifiers under which more than one person has registered a living work, the newest first, with every claim to them. */
export const listContestedWorks = query({
  name: "works.list_contested",
  scope: "operator:read",
  input: z.object({}),
  output: ContestedWorkPage,
  async run({ actor }) {
    requireOperator(actor, "operator:read");
    const rows = await contestedWorks(SHOWN);
    const items = await Promise.all(
      rows.map(async ({ scheme, value, workIds }) => ({
        scheme: scheme as (typeof IDENTIFIER_SCHEMES)[number],
        value,
        works: (await Promise.all(workIds.map(claimOf))).filter((claim) => claim !== null),
      })),
    );
    return { items };
  },
});

async function claimOf(workId: string) {
  const work = await findWork(workId);
  if (work === null) return null;
  const person = await personOf(work.registeredBy);
  return {
    id: work.id,
    title: work.title,
    registeredBy: { id: work.registeredBy, name: person?.name ?? person?.email ?? null },
    createdAt: work.createdAt.toISOString(),
    authors: work.authors.map(({ id, name, shareBps, state }) => ({ id, name, shareBps, state })),
  };
}
