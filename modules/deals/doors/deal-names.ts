import { z } from "zod";
import { query } from "@/infra/verb/query";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { findDeals } from "../repository/deal";

/** The maximum of names per request; a longer list shows ids for the rest. */
export const DEAL_NAMES_MAX = 500;

/** What deals are called, for the operator's lists that know only their ids. */
export const dealNames = query({
  name: "deals.names",
  scope: "operator:read",
  input: z.object({ dealIds: z.array(z.string().max(100)).max(DEAL_NAMES_MAX) }),
  output: z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) }),
  async run({ actor }, { dealIds }) {
    if (!isOperator(actor, "operator:read")) throw notFound("page");
    const deals = await findDeals([...new Set(dealIds)]);
    return { items: deals.map(({ id, title }) => ({ id, title })) };
  },
});
