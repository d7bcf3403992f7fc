import { expect, type Page } from "@playwright/test";
import { test } from "./support/guarded-test";
import { creatorPaths, platformPaths, sitePaths } from "./support/pages";
import { signInAs } from "./support/people";

const BUDGET_BYTES = 100 * 1024;
const DOCUMENT =
  /^\/$|^\/(docs|register|how-it-works|look-up)(\/|$|\?)|^\/me(\/(statement|earnings))?(\?|$)|^\/o\/[^/]+\/deals\/deal_\w+$/;

/** Bytes of scripts that came over the network, compressed as they were sent, and how much the page moved while it came. */
async function costOf(page: Page, path: string): Promise<{ scripts: number; shift: number }> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Map<string, number>();
  client.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.set(requestId, 0);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
      }),
  );
  await client.detach();
  return { scripts: [...scripts.values()].reduce((a, b) => a + b, 0), shift };
}

async function look(page: Page, paths: readonly string[]): Promise<void> {
  const faults: string[] = [];
  for (const path of paths) {
    const { scripts, shift } = await costOf(page, path);
    if (shift > 0.05) faults.push(`${path} moves while it loads: ${shift.toFixed(3)}`);
    if (DOCUMENT.test(path) && scripts > BUDGET_BYTES)
      faults.push(`${path} is a document and brings ${Math.round(scripts / 1024)} kB of scripts`);
  }
  expect(faults).toEqual([]);
}

test("documents bring next to no scripts, and no page moves while it loads", async ({ page }) => {
  test.setTimeout(180_000);
  await look(page, await sitePaths(page));
  await signInAs(page, "Mara Lindqvist");
  await look(page, await creatorPaths(page));
});

test("a deal's page is a document too, and a platform's pages do not move either", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "Elin Berg");
  const paths = await platformPaths(request);
  expect(paths.filter((path) => DOCUMENT.test(path))).toHaveLength(1);
  await look(page, paths);
});

test("a document's controls work once somebody reaches for them", async ({ page, request }) => {
  await page.goto("/docs/recompute");
  const copy = page.getByRole("button", { name: /Copy/ }).first();
  await copy.click();
  await expect(page.getByRole("button", { name: /Copied|copy by hand/ }).first()).toBeVisible();
  await page.goto("/register");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();

  await signInAs(page, "Elin Berg");
  const draft = (await platformPaths(request)).find((path) => path.endsWith("/edit")) ?? "";
  await page.goto(draft.replace(/\/edit$/, ""));
  await page.getByRole("button", { name: "Cancel the deal" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible();
});
