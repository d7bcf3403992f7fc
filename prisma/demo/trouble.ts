import { gzipSync } from "node:zlib";
import { db } from "@/infra/db/db";
import { daysAgo, happened } from "./acting";
import type { Cast } from "./cast";
import type { DemoDeal } from "./deals";
import { receiveDemoFile } from "./manifests";

/** A platform sends half of a file: the check fails, says why, and the operator sees a failed job. */
export async function sendBrokenFile(
  made: readonly Readonly<{ deal: DemoDeal; dealId: string }>[],
  cast: Cast,
): Promise<void> {
  const wanted = made.find(({ deal }) => deal.until === "reported");
  if (wanted === undefined) return;
  const { dealId } = wanted;
  if ((await db.prisma.manifest.count({ where: { dealId } })) > 0) return;
  const at = daysAgo(1, 17);
  const name = "benchnotes-export.csv.gz";
  await happened(at, () =>
    receiveDemoFile({ ...wanted, name, at, cast, lines: halfOfAFile(), contentType: "application/gzip" }),
  );
}

const ROWS = 200_000;

/** A compressed export whose transfer broke off: long enough that its beginning looks well. */
function* halfOfAFile(): Generator<Buffer> {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const mixed = Math.imul(n + 1, 2654435761) >>> 0;
    return `q${n.toString(36)},reader-${mixed % 9973},https://benchnotes.example/q/structures/${mixed.toString(36)},${1_600_000_000 + n},${mixed % 4000}`;
  });
  const whole = gzipSync(`item_id,author,permalink,created_utc,tokens\n${rows.join("\n")}\n`, { level: 1 });
  yield whole.subarray(0, Math.floor(whole.length * 0.9));
}
