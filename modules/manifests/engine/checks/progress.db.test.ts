import { join } from "node:path";
import { expect, test } from "vitest";
import { withEngine } from "@/infra/engine/engine";
import { aFolder } from "@/test/factories/folder";
import { generateManifest } from "@/test/factories/manifests";
import { resolveMapping } from "../../domain/fields";
import { inspectFile } from "../look/inspect";
import { parquetColumns } from "../look/parquet";
import { parquetSource } from "./source";
import { typedSelect } from "./typed-checks";

const reading = {
  rule: "insensitive",
  host: "forum.example",
  namesAreHosts: false,
  profileTemplate: null,
} as const;

test("a Parquet file is read in one pipeline, so that the engine knows how far it is", async () => {
  const dir = aFolder();
  const path = await generateManifest({ path: join(dir, "m.parquet"), rows: 100, format: "parquet" });
  const inspection = await inspectFile(path, {});
  const deletedMarkers = ["[deleted]", "[removed]", "gone", "nobody", "user deleted", "anonymous", "n/a"];
  const mapping = resolveMapping({ deletedMarkers }, inspection.columns);
  await withEngine(async (connection) => {
    const select = typedSelect(parquetSource(path, await parquetColumns(connection, path), mapping), {
      ...{ mapping, host: "forum.example", reading, at: new Date() },
    });
    const plan = await connection.runAndReadAll(`EXPLAIN ${select}`);
    const steps = String(plan.getRows()[0]?.[1]);
    expect(steps).toContain("PARQUET");
    expect(steps).not.toMatch(/JOIN|COLUMN_DATA_SCAN/);
  });
});
