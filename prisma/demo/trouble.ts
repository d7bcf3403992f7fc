import { gzipSync } from "node:zlib";
import { db } from "@/infra/db";
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

/** A compressed export whose transfer broke off in the middle. */
function* halfOfAFile(): Generator<Buffer> {
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `q${n},reader-${(n * n) % 977},${(n * 7919) % 10_007}`,
  );
  const whole = gzipSync(`item_id,author,tokens\n${rows.join("\n")}\n`);
  yield whole.subarray(0, Math.floor(whole.length / 2));
}
