import "server-only";
import { webStream } from "@/infra/files/web-stream";
import { openExport } from "@/modules/exports/queries";
import { fileRoute, NO_QUERY } from "../api/route";

/** A person's copy of their data, streamed as it is stored. */
export const exportFile = fileRoute(NO_QUERY, async (call, { exportId = "" }) => {
  const { file, askedAt } = await openExport(call, exportId);
  return new Response(webStream(file), {
    headers: {
      "content-type": "application/gzip",
      "content-disposition": `attachment; filename="remit-export-${askedAt.slice(0, 10)}.ndjson.gz"`,
    },
  });
});
