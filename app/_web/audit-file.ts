import "server-only";
import type { z } from "zod";
import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/command";
import { parseInput } from "@/infra/parse";
import { auditOfEverything } from "@/modules/parties/queries/audit";
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

/** The audit as a file: all rows the page's filters let through, newest first; streamed page by page. */
export const auditCsv = handle(async (request, call) => {
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  const filter = parseInput(Asked, Object.fromEntries(asked));
  const first = await auditOfEverything(call, { ...filter, limit: 100 }); // Refusals come before the first byte.
  const texts = auditTexts(call, filter, first);
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
});

async function* auditTexts(
  call: CallContext,
  filter: z.output<typeof Asked>,
  first: Awaited<ReturnType<typeof auditOfEverything>>,
): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")},detail\r\n`;
  for (let page = first; ; ) {
    yield page.items.map(csvRow).join("");
    if (page.nextCursor === null) return;
    page = await auditOfEverything(call, { ...filter, limit: 100, cursor: page.nextCursor });
  }
}

const csvRow = (row: Row): string =>
  `${[...COLUMNS.map((column) => row[column] ?? ""), JSON.stringify(row.detail)].map(cell).join(",")}\r\n`;

/** Quoted where it must be; what a spreadsheet would take for a formula gets a leading apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
