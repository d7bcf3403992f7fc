import "server-only";
import { webStream } from "@/infra/files/web-stream";
import { openPublished, publishedFile, recipe } from "@/modules/allocation/seal/published-file";
import { fileRoute, type Handler, NO_QUERY } from "../api/route";

const TYPES = {
  "shares.csv": "text/csv; charset=utf-8",
  "shares.parquet": "application/vnd.apache.parquet",
  "weights.parquet": "application/vnd.apache.parquet",
} as const;

/** One of an allocation's published files, streamed as it is stored. */
export function publishedFileOf(file: keyof typeof TYPES): Handler {
  return fileRoute(NO_QUERY, async (call, { allocationId = "" }) => {
    const { key } = await publishedFile(call, { allocationId, file });
    const body = webStream(await openPublished(key));
    return attachment(body, TYPES[file], `${allocationId}-${file}`);
  });
}

/** The SQL that recomputes the shares. */
export const recipeFile = fileRoute(NO_QUERY, async (call, { allocationId = "" }) => {
  const { sql } = await recipe(call, { allocationId });
  return attachment(sql, "application/sql; charset=utf-8", `${allocationId}-recipe.sql`);
});

function attachment(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}
