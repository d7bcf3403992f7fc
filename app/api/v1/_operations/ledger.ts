import type { Operation } from "@/app/_web/api/operations";
import { NO_QUERY } from "@/app/_web/api/route";
import { journalFile, StatementPeriod, statementCsv } from "@/app/_web/files/books-files";
import { readEntry, readJournal, readLedgerAccount } from "@/modules/ledger/queries/books";
import { readBalances, readStatement } from "@/modules/ledger/queries/statement";
import { readTrialBalance } from "@/modules/ledger/queries/trial-balance";
import { reverseEntry } from "@/modules/ledger/reverse/reverse-entry";

const tag = "Ledger";

export const ledgerOperations: readonly Operation[] = [
  {
    id: "listMyBalances",
    method: "GET",
    path: "/balances",
    tag,
    summary: "Your balances",
    description: "Per currency, by what may be done with the money. The parts are never added together.",
    verb: readBalances,
  },
  {
    id: "getMyStatement",
    method: "GET",
    path: "/statement",
    tag,
    summary: "Your statement",
    description:
      "Every entry that affects your money, newest first, with the balance after each line. `from` and `to` are days of UTC, both included. For a person's key or session; an organisation has no statement.",
    verb: readStatement,
  },
  {
    id: "downloadMyStatement",
    method: "GET",
    path: "/statement.csv",
    tag,
    summary: "Your statement as a file",
    description:
      "All rows of the period. Texts that a spreadsheet would read as a formula start with an apostrophe.",
    verb: readStatement,
    handler: statementCsv,
    query: StatementPeriod,
    responseContent: "text/csv",
  },
  {
    id: "getTrialBalance",
    method: "GET",
    path: "/books/trial-balance",
    tag,
    summary: "Trial balance (operator)",
    verb: readTrialBalance,
  },
  {
    id: "listEntries",
    method: "GET",
    path: "/books/entries",
    tag,
    summary: "The journal, newest first (operator)",
    verb: readJournal,
  },
  {
    id: "getEntry",
    method: "GET",
    path: "/books/entries/{entryId}",
    tag,
    summary: "One entry and its lines (operator)",
    verb: readEntry,
  },
  {
    id: "reverseEntry",
    method: "POST",
    path: "/books/entries/{entryId}/reversal",
    tag,
    summary: "Reverse an entry (operator)",
    description:
      "Posts a new entry with the sides exchanged, naming the old one. Nothing in the books is edited. A long entry is reversed by a job; the payment and the posting of a deal are reversed with their deal.",
    verb: reverseEntry,
    status: 201,
  },
  {
    id: "getLedgerAccount",
    method: "GET",
    path: "/books/ledger-accounts/{account}",
    tag,
    summary: "One ledger account (operator)",
    verb: readLedgerAccount,
  },
  {
    id: "downloadJournal",
    method: "GET",
    path: "/books/journal.hledger",
    tag,
    summary: "The journal in hledger text (operator)",
    verb: readTrialBalance,
    handler: journalFile,
    query: NO_QUERY,
    responseContent: "text/plain",
  },
];
