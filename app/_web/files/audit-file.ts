import "server-only";
import type { z } from "zod";
import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import { parseInput } from "@/infra/verb/parse";
import { csvText } from "@/kernel/csv";
import { dayOf } from "@/kernel/time";
import { auditOfEverything, auditOfOrganisation } from "@/modules/audit/queries";
import { AuditFilter } from "@/modules/audit/schema";
import { handle } from "../api/route";
import { CSV, download, pagesFrom } from "./download";

const COLUMNS = [
  "at",
  "actor",
  "actorName",
  "command",
  "subject",
  "outcome",
  "organisationId",
  "requestId",
] as const;
const Asked = AuditFilter.omit({ cursor: true, limit: true });
type Row = Awaited<ReturnType<typeof auditOfEverything>>["items"][number];

type Page = Awaited<ReturnType<typeof auditOfEverything>>;
type Ask = (call: CallContext, filter: z.input<typeof AuditFilter>) => Promise<Page>;

/** The audit as a file: all rows the page's filters let through, newest first; streamed page by page. */
export const auditCsv = handle((request, call) => auditFile(request, call, auditOfEverything));

/** The same of one organisation. */
export const organisationAuditCsv = handle((request, call, { organisationId = "" }) =>
  auditFile(request, call, (who, filter) => auditOfOrganisation(who, { ...filter, organisationId })),
);

async function auditFile(request: Request, call: CallContext, ask: Ask): Promise<Response> {
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  const filter = parseInput(Asked, Object.fromEntries(asked));
  const first = await ask(call, { ...filter, limit: 100 }); // Refusals come before the first byte.
  const after = (cursor: string) => ask(call, { ...filter, limit: 100, cursor });
  const name = `remit-audit-${dayOf(now())}.csv`;
  return download(auditTexts(pagesFrom(first, after)), CSV, name);
}

async function* auditTexts(pages: AsyncGenerator<Page>): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")},detail\r\n`;
  for await (const page of pages) yield page.items.map(csvRow).join("");
}

const csvRow = (row: Row): string =>
  `${[...COLUMNS.map((column) => row[column] ?? ""), JSON.stringify(row.detail)].map(csvText).join(",")}\r\n`;
