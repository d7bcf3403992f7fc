import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/axe";
import { test } from "./support/guarded-test";
import { authorPaths, creatorPaths, operatorPaths, platformPaths, sitePaths } from "./support/pages";
import { signInAs } from "./support/people";
import { unmarkedWords } from "./support/words";

/** Pages whose title is somebody's own words: what has an id, a website of the demo world, what a reader looked up. */
const OWN_TITLE = /\/[a-z]+_[0-9a-z]{26}|^\/demo\/|^\/look-up\?/;

/** Every page says nothing that is not in messages/, and German (a third longer) fits a phone. */
async function look(page: Page, paths: readonly string[], titles: boolean): Promise<void> {
  test.setTimeout(60_000 + paths.length * 20_000);
  const faults: string[] = [];
  await choose(page, "en-XA");
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.locator("html"), path).toHaveAttribute("lang", "en-XA");
    const words = await unmarkedWords(page);
    const title = (await page.title()).replaceAll("Remit", "");
    // The reference of the API is English in every language: its names are the code's.
    if (titles && !path.startsWith("/docs/api/") && !OWN_TITLE.test(path) && /[a-z]/i.test(title))
      words.unshift(`the page's title: ${title}`);
    if (words.length > 0) faults.push(`${path}\n${words.map((word) => `    ${word}`).join("\n")}`);
  }
  const size = page.viewportSize();
  await choose(page, "de");
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html"), path).toHaveAttribute("lang", "de");
    await expectNoSidewaysScroll(page, `${path} (German, 320 px)`).catch((error: Error) =>
      faults.push(error.message.split("\n")[0] ?? ""),
    );
  }
  if (size !== null) await page.setViewportSize(size);
  expect(faults.join("\n"), "text that is not in messages/, and pages that do not fit").toBe("");
}

/** The test world is always where Playwright's baseURL says. */
async function choose(page: Page, locale: string): Promise<void> {
  const url = test.info().project.use.baseURL ?? page.url();
  await page.context().addCookies([{ name: "locale", value: locale, url }]);
}

test("the public pages in other languages", async ({ page }) => look(page, await sitePaths(page), true));

test("a creator's pages in other languages", async ({ page }) => {
  await signInAs(page, "Mara Lindqvist");
  await look(page, await creatorPaths(page), true);
});

test("an author's pages in other languages", async ({ page }) => {
  await signInAs(page, "Priya Raman");
  await look(page, await authorPaths(page), true);
});

test("a platform's pages in other languages", async ({ page, request }) => {
  await signInAs(page, "Elin Berg");
  await look(page, await platformPaths(request), false);
});

test("the operator's pages in other languages", async ({ page }) => {
  await signInAs(page, "Ruth Alvarez");
  await look(page, await operatorPaths(page), true);
});
