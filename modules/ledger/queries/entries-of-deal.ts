import { z } from "zod";
import { query } from "@/infra/verb/query";
import { entriesOfDeal, totalsOf } from "../repository/books";
import { Journal } from "../schema";
import { operatorOnly, wireEntry } from "./books";

const SHOWN = 50;

/** What of one deal is on the books: every entry with a line of it, newest first. */
export const readEntriesOfDeal = query({
  name: "ledger.entries_of_deal",
  scope: "operator:read",
  input: z.object({ dealId: z.string().min(1).max(100) }),
  output: Journal,
  async run({ actor }, { dealId }) {
    operatorOnly(actor);
    const rows = await entriesOfDeal(dealId, SHOWN);
    const totals = await totalsOf(rows.map(({ no }) => no));
    return { items: rows.map((row) => wireEntry(row, totals)), nextCursor: null };
  },
});
