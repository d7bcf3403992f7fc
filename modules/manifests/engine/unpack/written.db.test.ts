import { join } from "node:path";
import { expect, test } from "vitest";
import { aFolder } from "@/test/factories/folder";
import { generateManifest } from "@/test/factories/manifests";
import { resolveMapping } from "../../domain/fields";
import { runChecks } from "../checks/run-checks";
import { inspectFile } from "../look/inspect";

const reading = {
  rule: "insensitive",
  host: "forum.example",
  namesAreHosts: false,
  profileTemplate: null,
} as const;

test("what is written of a file is held to the limit, whatever the file says of its size", async () => {
  const dir = aFolder();
  const path = await generateManifest({ path: join(dir, "m.parquet"), rows: 20_000, format: "parquet" });
  const inspection = await inspectFile(path, {});
  const mapping = resolveMapping({}, inspection.columns);
  const check = (writtenBytesMax?: number) =>
    runChecks({
      ...{ path, dir, attempt: 1, inspection, split: null, writtenBytesMax },
      context: { mapping, host: "forum.example", reading, at: new Date() },
      phase: (_name, work) => work(),
      onProgress: async () => {},
    });
  expect((await check()).received).toBe(20_000n);
  await expect(check(10_000)).rejects.toMatchObject({
    code: "MANIFEST_LIMIT",
    detail: { because: "unpacks_too_large", max: 10_000 },
  });
});
