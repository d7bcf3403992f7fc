import "server-only";
import { earningsView, rowsOf, shownFor } from "@/app/_earnings/view";
import { now } from "@/infra/clock";
import { csvText } from "@/kernel/csv";
import { isCurrency, majorText } from "@/kernel/money";
import { myEarnings } from "@/modules/earnings/queries/earnings";
import { handle } from "../api/route";
import { CSV, download } from "./download";

const COLUMNS = ["month", "source", "source_id", "currency", "amount"];

/** The earnings page as a file: its currency, period and sources, one line per month and source. */
export const earningsCsv = handle(async (request, call) => {
  const { items } = await myEarnings(call, {});
  const shown = shownFor(items, Object.fromEntries(new URL(request.url).searchParams));
  const rows = rowsOf(items, earningsView(items, shown, now()));
  return download(earningsTexts(rows, shown.currency), CSV, "remit-earnings.csv");
});

async function* earningsTexts(rows: ReturnType<typeof rowsOf>, currency: string): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")}\r\n`;
  for (const { month, source, minor } of rows) {
    const amount = isCurrency(currency) ? majorText({ currency, minor }) : String(minor);
    yield `${[...[month, source.name, source.key, currency].map(csvText), amount].join(",")}\r\n`;
  }
}
