import { expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine";
import { workFile } from "@/infra/storage";
import { scoreMultiplier } from "../domain/weights";
import { weighted } from "./roll-up";

test("every distinct score has its multiplier, and few are in memory at once", async () => {
  const path = await workFile(".parquet");
  await withEngine(async (connection) => {
    await connection.run(
      `COPY (SELECT i AS score, 1::BIGINT AS tokens, NULL::BIGINT AS quality_ppm FROM range(-10, 120001) r(i)) TO ${sqlText(path)} (FORMAT parquet)`,
    );
    const reads: number[] = [];
    const readAll = connection.runAndReadAll.bind(connection);
    connection.runAndReadAll = async (...asked: Parameters<typeof readAll>) => {
      const reader = await readAll(...asked);
      reads.push(reader.currentRowCount);
      return reader;
    };
    await weighted(connection, `read_parquet(${sqlText(path)})`, "score_log");
    expect(Math.max(...reads)).toBeLessThanOrEqual(50_000);
    const found = await readAll(
      "SELECT count(*)::INTEGER, count(DISTINCT score)::INTEGER, min(score), max(score), max(multiplier) FROM multiplier",
    );
    expect(found.getRows()).toEqual([[120_000, 120_000, 1n, 120_000n, scoreMultiplier(120_000n)]]);
  });
});
