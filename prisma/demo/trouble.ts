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
  const name = "benchnotes-export-part-1.csv";
  await happened(at, () => receiveDemoFile({ ...wanted, name, at, cast, lines: halfOfAFile() }));
}

function* halfOfAFile(): Generator<Buffer> {
  yield Buffer.from("item_id,author,permalink,created_at,tokens\n");
  for (let n = 0; n < 40; n++) yield Buffer.from(`${n},"never closed\n`);
}
