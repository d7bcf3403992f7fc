import "server-only";
import { earningsView, rowsOf, shownFor } from "@/app/(creator)/me/earnings/_components/view";
import { now } from "@/infra/clock";
import { csvText } from "@/kernel/csv";
import { isCurrency, majorText } from "@/kernel/money";
import { myEarnings } from "@/modules/allocation/queries/earnings";
import { handle } from "./route";

const COLUMNS = ["month", "source", "source_id", "currency", "amount"];

/** The earnings page as a file: its currency, period and sources, one line a month and source. */
export const earningsCsv = handle(async (request, call) => {
  const { items } = await myEarnings(call, {});
  const shown = shownFor(items, Object.fromEntries(new URL(request.url).searchParams));
  const lines = rowsOf(items, earningsView(items, shown, now())).map(({ month, source, minor }) => {
    const { currency } = shown;
    const amount = isCurrency(currency) ? majorText({ currency, minor }) : String(minor);
    return `${[...[month, source.name, source.key, currency].map(csvText), amount].join(",")}\r\n`;
  });
  return new Response(`${COLUMNS.join(",")}\r\n${lines.join("")}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="remit-earnings.csv"',
    },
  });
});
