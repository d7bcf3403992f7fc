import { Readable } from "node:stream";
import { db } from "@/infra/db";
import { receiveManifest } from "@/modules/manifests/receive-manifest";
import { as, daysAgo, jobDone } from "./acting";
import type { Cast } from "./cast";
import { type Community, type DemoItem, EXPERTS, FORUM, itemsOf, PUBLISHER } from "./communities";
import type { DemoDeal } from "./deals";
import { HANDLES } from "./people";

const COMMUNITIES: Readonly<Record<DemoDeal["platform"], Community>> = {
  harbour: FORUM,
  lantern: PUBLISHER,
  bench: EXPERTS,
};
const COLUMNS = [
  "item_id",
  "author",
  "permalink",
  "created_at",
  "title",
  "tokens",
  "score",
  "status",
  "topic",
];

/** The platform's export for one deal, checked by the worker like any other; a few lines are wrong, as in real life. */
export async function uploadDemoManifest(deal: DemoDeal, dealId: string, cast: Cast): Promise<void> {
  if (deal.manifest === null) return;
  if ((await db.prisma.manifest.count({ where: { dealId, state: "ready" } })) > 0) return;
  const call = await as(cast.person[deal.by], daysAgo(deal.reportedDaysAgo - 1));
  const received = await receiveManifest(
    call,
    { dealId, fileName: `${COMMUNITIES[deal.platform].key}-export-${deal.manifest.seed}.csv` },
    {
      body: Readable.toWeb(Readable.from(csvLines(deal))) as ReadableStream<Uint8Array>,
      contentType: "text/csv",
      contentEncoding: null,
      contentLength: null,
      mappingHeader: null,
    },
  );
  await jobDone(received.jobId);
}

function* csvLines(deal: DemoDeal): Generator<Buffer> {
  const { rows, seed } = deal.manifest ?? { rows: 0, seed: 0 };
  const regulars = HANDLES.filter((entry) => entry.platform === deal.platform).map(
    (entry) => [entry.handle, entry.items] as const,
  );
  yield Buffer.from(`${COLUMNS.join(",")}\n`);
  let line = 0;
  for (const item of itemsOf(COMMUNITIES[deal.platform], { seed, rows, regulars })) {
    line++;
    yield Buffer.from(
      `${[item.id, item.author, item.url, item.postedAt, quoted(item.title), tokensText(item, line), item.score, item.status, item.topic].join(",")}\n`,
    );
  }
}

/** Every 900th export line has a thousands separator where a number is wanted, a habit of spreadsheets. */
function tokensText(item: DemoItem, line: number): string {
  return line % 900 === 0 ? '"1,204"' : String(item.tokens);
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
