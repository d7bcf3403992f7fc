import { Readable } from "node:stream";
import { inMoment } from "@/infra/clock";
import { db } from "@/infra/db/db";
import { receiveManifest } from "@/modules/manifests/receive/receive-manifest";
import { as, daysAgo, hoursAfter, mustHaveSucceeded } from "./acting";
import { carryOutJob } from "./carry-out";
import type { Cast } from "./cast";
import { type Community, EXPERTS, FORUM, type PlatformKey, PUBLISHER, WORKSHOP } from "./communities";
import { type DemoDeal, ownerOf } from "./deals";
import { type DemoItem, itemsOf } from "./items";
import { HANDLES } from "./people";

export const COMMUNITIES: Readonly<Record<PlatformKey, Community>> = {
  harbour: FORUM,
  lantern: PUBLISHER,
  bench: EXPERTS,
  werkbank: WORKSHOP,
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

/** The platform's export for one deal, checked like any other; a few lines are wrong, as in real life. */
export async function uploadDemoManifest(deal: DemoDeal, dealId: string, cast: Cast): Promise<void> {
  if (deal.manifest === null) return;
  if ((await db.prisma.manifest.count({ where: { dealId, state: "ready" } })) > 0) return;
  const at = hoursAfter(daysAgo(deal.reportedDaysAgo), 24);
  const name = `${COMMUNITIES[deal.platform].key}-export-${deal.manifest.seed}.csv`;
  await inMoment(at, async () => {
    const jobId = await receiveDemoFile({ deal, dealId, name, at, cast, lines: csvLines(deal) });
    await carryOutJob(jobId);
    await mustHaveSucceeded(jobId);
  });
}

/** Sends a file in as a platform would; returns the job that checks it. */
export async function receiveDemoFile(
  sent: Readonly<{
    deal: DemoDeal;
    dealId: string;
    name: string;
    at: Date;
    cast: Cast;
    lines: Iterable<Buffer>;
    contentType?: string;
  }>,
): Promise<string> {
  const received = await receiveManifest(
    await as(sent.cast.person[ownerOf(sent.deal)], sent.at),
    { dealId: sent.dealId, fileName: sent.name },
    {
      body: Readable.toWeb(Readable.from(sent.lines)) as ReadableStream<Uint8Array>,
      contentType: sent.contentType ?? "text/csv",
      contentEncoding: null,
      contentLength: null,
      mappingHeader: null,
    },
  );
  return received.jobId;
}

/** The rows of a deal's manifest, the same every time they are asked for. */
export function itemsOfDeal(deal: DemoDeal): Iterable<DemoItem> {
  const { rows, seed, part, years } = deal.manifest ?? { rows: 0, seed: 0, part: 0, years: undefined };
  const regulars = HANDLES.filter(
    ({ platform, items }) => platform === deal.platform && Math.round(items * part) > 0,
  ).map(({ handle, items }) => [handle, Math.round(items * part)] as const);
  // People who wrote a single item are in the big manifests and in the new one.
  const rare = HANDLES.filter(({ platform, items }) => platform === deal.platform && items === 1);
  const all =
    part >= 0.3 && part < 0.5 ? [...regulars, ...rare.map(({ handle }) => [handle, 1] as const)] : regulars;
  return itemsOf(COMMUNITIES[deal.platform], {
    seed,
    rows,
    regulars: all,
    ...(years === undefined ? {} : { years }),
  });
}

function* csvLines(deal: DemoDeal): Generator<Buffer> {
  yield Buffer.from(`${COLUMNS.join(",")}\n`);
  let line = 0;
  let block = "";
  for (const item of itemsOfDeal(deal)) {
    line++;
    block += `${cells(item, line).join(",")}\n`;
    if (line % 500 === 0) {
      yield Buffer.from(block);
      block = "";
    }
  }
  yield Buffer.from(block);
}

/** Now and then an export holds what no check may let through: habits of spreadsheets, links elsewhere, empty names. */
function cells(item: DemoItem, line: number): (string | number)[] {
  const wrong = WRONG.find(([every]) => line % every === 0)?.[1];
  const tokens = wrong === "tokens" ? '"1,204"' : item.tokens;
  const author = wrong === "author" ? "" : item.author;
  const url = wrong === "url" ? `https://mirror.example/${item.id}` : item.url;
  const at = wrong === "date" ? "yesterday" : item.postedAt;
  return [item.id, author, url, at, quoted(item.title), tokens, item.score, item.status, item.topic];
}

const WRONG = [
  [700, "tokens"],
  [1100, "author"],
  [1300, "url"],
  [1700, "date"],
] as const;

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
