import "server-only";
import type { z } from "zod";
import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/command";
import { parseInput } from "@/infra/parse";
import { auditOfEverything, auditOfOrganisation } from "@/modules/parties/queries/audit";
import { AuditFilter } from "@/modules/parties/schema";
import { handle } from "./route";

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
  const texts = auditTexts((cursor) => ask(call, { ...filter, limit: 100, cursor }), first);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="remit-audit-${now().toISOString().slice(0, 10)}.csv"`,
    },
  });
}

async function* auditTexts(after: (cursor: string) => Promise<Page>, first: Page): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")},detail\r\n`;
  for (let page = first; ; ) {
    yield page.items.map(csvRow).join("");
    if (page.nextCursor === null) return;
    page = await after(page.nextCursor);
  }
}

const csvRow = (row: Row): string =>
  `${[...COLUMNS.map((column) => row[column] ?? ""), JSON.stringify(row.detail)].map(cell).join(",")}\r\n`;

/** Quoted where it must be; what a spreadsheet would take for a formula gets a leading apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
