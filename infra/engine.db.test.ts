import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { sqlText, withEngine } from "./engine";

const spillOf = `SELECT current_setting('temp_directory')`;

test("two engines at once spill into folders of their own, which go with them", async () => {
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
