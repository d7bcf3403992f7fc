import { expect } from "@playwright/test";
import { Facts } from "./figures/facts";
import { published } from "./figures/published";
import { WALKS } from "./figures/walks";
import { generate } from "./figures/world";
import { test } from "./support/guarded-test";

/*
 * Compares every amount and count on every page, as every persona, with the books and the files. The world is the demo's with
 * deals of its own for each seed: FIGURES_SEED=<number> makes the same ones again.
 */

const seed = Number(process.env.FIGURES_SEED ?? Math.floor(Math.random() * 1_000_000));

test("every amount and count on every page is the one of the books and the files", async ({
  page,
  request,
}) => {
  test.setTimeout(900_000);
  console.log(`figures: seed ${seed} (FIGURES_SEED=${seed} makes the same world)`);
  const dataDir = process.env.REMIT_E2E_DATA_DIR ?? "";
  const before = await Facts.of(dataDir);
  await test.step("generate", () => generate(request, before, seed));
  await before.close();
  const facts = await Facts.of(dataDir);
  const faults: string[] = [];
  for (const [who, walk] of Object.entries(WALKS))
    faults.push(...(await test.step(who, () => walk({ page, request, facts }))));
  faults.push(...(await test.step("what is published", () => published(request, facts))));
  await facts.close();
  expect([...new Set(faults)], `seed ${seed}`).toEqual([]);
});
