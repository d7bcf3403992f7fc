import "server-only";
import { csvText } from "@/kernel/csv";
import { isCurrency, majorText } from "@/kernel/money";
import { listDeals } from "@/modules/deals/queries";
import type { DealView } from "@/modules/deals/schema/deal";
import { handle } from "../api/route";
import { CSV, download, pagesFrom } from "./download";

const COLUMNS = [
  "deal",
  "title",
  "licensee",
  "state",
  "drafted_at",
  "reported_at",
  "notice_ends_at",
  "sealed_at",
  "on_the_books_at",
  "currency",
  "gross",
  "fee",
  "retained",
  "contributors_part",
] as const;
const FILTERS = ["state", "q", "from", "to", "sort"] as const;

/** An organisation's deals as a file: the filters and the order of the page, every row of it. */
export const dealsCsv = handle(async (request, call, { organisationId }) => {
  const { searchParams } = new URL(request.url);
  const filter = Object.fromEntries(
    FILTERS.flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)]] : [])),
  );
  const ask = { ...filter, organisationId, limit: 100 };
  const first = await listDeals(call, ask); // Refusals come before the first byte.
  const after = (cursor: string) => listDeals(call, { ...ask, cursor });
  return download(dealTexts(pagesFrom(first, after)), CSV, "remit-deals.csv");
});

async function* dealTexts(
  pages: AsyncGenerator<Awaited<ReturnType<typeof listDeals>>>,
): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")}\r\n`;
  for await (const page of pages) yield page.items.map((deal) => `${rowOf(deal)}\r\n`).join("");
}

function rowOf(deal: DealView): string {
  const { currency } = deal.gross;
  const major = (minor: string) =>
    isCurrency(currency) ? majorText({ currency, minor: BigInt(minor) }) : minor;
  const texts = [
    deal.id,
    deal.title,
    deal.licensee.name,
    deal.state,
    deal.createdAt,
    deal.reportedAt ?? "",
    deal.noticeEndsAt ?? "",
    deal.sealedAt ?? "",
    deal.allocatedAt ?? "",
    currency,
  ];
  const { fee, retained, pool } = deal.split;
  const amounts = [deal.gross, fee, retained, pool].map(({ minor }) => major(minor));
  return [...texts.map(csvText), ...amounts].join(",");
}
