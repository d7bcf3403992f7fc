import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LIMITS } from "@/kernel/limits";
import * as disk from "../files/disk";
import { sqlText, withEngine } from "./engine";

const diskRoom = vi.spyOn(disk, "diskRoom");
afterEach(() => void diskRoom.mockReset());

const spillOf = `SELECT current_setting('temp_directory')`;

test("two concurrent engines spill into folders of their own, which are deleted with them", async () => {
  const spilled = await withEngine(async (one) => {
    const first = String((await one.runAndReadAll(spillOf)).getRows()[0]?.[0]);
    await one.run("SET memory_limit = '64MB'; SET threads = 1");
    // Sorting more than fits in memory: blocks are on disk while another engine starts, spills and ends.
    const big = "SELECT i, hash(i) AS h, repeat('x', 100) || i AS t FROM range(1500000) r(i) ORDER BY h";
    await one.run(`CREATE TABLE spilled AS ${big}`);
    expect(existsSync(first) && readdirSync(first).length > 0).toBe(true);
    const second = await withEngine(async (two) => {
      await two.run("SET memory_limit = '64MB'; SET threads = 1");
      await two.run(`CREATE TABLE spilled AS ${big.replace("hash(i)", "hash(i + 1)")}`);
      return String((await two.runAndReadAll(spillOf)).getRows()[0]?.[0]);
    });
    expect(second).not.toBe(first);
    expect(dirname(second)).toBe(dirname(first));
    expect(existsSync(second)).toBe(false);
    const whole = await one.runAndReadAll(
      `SELECT count(*)::INTEGER FROM spilled WHERE h = hash(i) AND t = repeat(${sqlText("x")}, 100) || i`,
    );
    expect(whole.getRows()).toEqual([[1500000]]);
    return first;
  });
  expect(existsSync(spilled)).toBe(false);
});

test("more memory than the engine may use is a refusal that names the setting", async () => {
  const over = withEngine(async (connection) => {
    await connection.run("SET memory_limit = '64MB'; SET threads = 1");
    // A list cannot leave memory while it grows.
    await connection.run(
      "CREATE TABLE big AS SELECT list(repeat('x', 100) || i) AS l FROM range(3000000) r(i)",
    );
  });
  await expect(over).rejects.toMatchObject({ code: "ENGINE_MEMORY" });
  await expect(over).rejects.toThrow(/REMIT_ENGINE_MEMORY_MB/);
});

test("a spill folder that is full is a refusal with a name, and not a lack of memory", async () => {
  const over = withEngine(async (connection) => {
    await connection.run("SET memory_limit = '64MB'; SET threads = 1; SET max_temp_directory_size = '1MB'");
    await connection.run(
      "CREATE TABLE big AS SELECT i, repeat('x', 100) || i AS t FROM range(3000000) r(i) ORDER BY hash(i)",
    );
  });
  await expect(over).rejects.toMatchObject({ code: "STORAGE_FULL" });
});

describe("what an engine may spill", () => {
  const maySpill = (free: number, options = {}) => {
    diskRoom.mockResolvedValue({ free: BigInt(LIMITS.diskFreeBytesMin + free), total: 10n ** 13n });
    return withEngine(async (connection) => {
      const read = await connection.runAndReadAll("SELECT current_setting('max_temp_directory_size')");
      return read.getRows()[0]?.[0];
    }, options);
  };
  const GIB = 2 ** 30;

  test("is a third of what is free, so that another engine and uploads have room", async () => {
    expect(await maySpill(30 * GIB)).toBe("10.0 GiB");
  });

  test("is no more than was said, on however large a disk", async () => {
    expect(await maySpill(300 * GIB, { spillBytesMax: 2 * GIB })).toBe("2.0 GiB");
  });

  test("is a little even where nothing is free", async () => {
    expect(await maySpill(-GIB)).toBe("64.0 MiB");
  });
});
