import "server-only";
import type { z } from "zod";
import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import { dayOf } from "@/kernel/time";
import { hledgerPreamble, hledgerText } from "@/modules/ledger/domain/hledger";
import { STATEMENT_COLUMNS, statementCsvRow } from "@/modules/ledger/domain/statement-csv";
import { readJournalStretch } from "@/modules/ledger/queries/journal-stretch";
import { readStatement } from "@/modules/ledger/queries/statement";
import { readTrialBalance } from "@/modules/ledger/queries/trial-balance";
import { StatementRequest } from "@/modules/ledger/schema";
import { fileRoute, NO_QUERY } from "../api/route";
import { CSV, download, pagesFrom } from "./download";

/** The query of the statement as a file: it has no pages. */
export const StatementPeriod = StatementRequest.pick({ from: true, to: true, kind: true });

/** The statement as a file: the same rows as the page and the JSON, all of the period, newest first. */
export const statementCsv = fileRoute(StatementPeriod, async (call, _params, period) => {
  const first = await readStatement(call, { ...period, limit: 100 }); // Refusals come before the first byte.
  return download(statementTexts(call, period, first), CSV, "remit-statement.csv");
});

async function* statementTexts(
  call: CallContext,
  period: z.output<typeof StatementPeriod>,
  first: Awaited<ReturnType<typeof readStatement>>,
): AsyncGenerator<string> {
  yield `${STATEMENT_COLUMNS.join(",")}\r\n`;
  const after = (cursor: string) => readStatement(call, { ...period, limit: 100, cursor });
  for await (const page of pagesFrom(first, after)) yield page.items.map(statementCsvRow).join("");
}

/** The whole journal in hledger text, streamed: an independent program can check every entry. */
export const journalFile = fileRoute(NO_QUERY, async (call) => {
  const { currencies } = await readTrialBalance(call, {});
  const name = `remit-journal-${dayOf(now())}.hledger`;
  return download(
    journalTexts(
      call,
      currencies.map(({ currency }) => currency),
    ),
    "text/plain; charset=utf-8",
    name,
  );
});

async function* journalTexts(call: CallContext, currencies: readonly string[]): AsyncGenerator<string> {
  yield hledgerPreamble(currencies);
  let place: { afterNo: string; afterLine: string } | null = { afterNo: "0", afterLine: "0" };
  while (place !== null) {
    const stretch: Awaited<ReturnType<typeof readJournalStretch>> = await readJournalStretch(call, place);
    yield stretch.entries.map(hledgerText).join("");
    place = stretch.next;
  }
}
