import "server-only";
import type { CallContext } from "@/infra/command";
import { isCurrency, majorText } from "@/kernel/money";
import { listDeals } from "@/modules/deals/queries";
import type { DealView } from "@/modules/deals/schema";
import { csvText } from "@/modules/ledger/domain/statement-csv";
import { handle } from "./route";

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
const PAGE_ROWS = 100;
/** A file of more than this is better asked for by period. */
const PAGES_MAX = 100;

/** An organisation's deals as a file: the filters and the order of the page, every row of it. */
export const dealsCsv = handle(async (request, call, { organisationId }) => {
  const { searchParams } = new URL(request.url);
  const filter = Object.fromEntries(
    FILTERS.flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)]] : [])),
  );
  const rows = await rowsOf(call, { ...filter, organisationId });
  const text = [COLUMNS.join(","), ...rows.map(rowOf), ""].join("\r\n");
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="remit-deals.csv"',
    },
  });
});

async function rowsOf(call: CallContext, ask: Parameters<typeof listDeals>[1]): Promise<DealView[]> {
  const rows: DealView[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer: Awaited<ReturnType<typeof listDeals>> = await listDeals(call, {
      ...ask,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return rows;
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
