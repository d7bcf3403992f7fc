import { expect, type Page } from "@playwright/test";
import { expectAxeCleanEverywhere } from "./support/axe";
import { test } from "./support/guarded-test";
import { CREATOR, OPERATOR, PLATFORM, platformPaths, SITE } from "./support/pages";
import { demo, organisation, signInAs } from "./support/people";

/** Every page of every persona: axe-clean in light, dark and at 320 px, no sideways scrolling, no console error. */
async function look(page: Page, paths: readonly string[]): Promise<void> {
  test.setTimeout(60_000 + paths.length * 20_000);
  for (const path of paths) {
    await test.step(path, async () => {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      expect(await page.title(), path).toMatch(/Remit/);
      await expectAxeCleanEverywhere(page, path);
    });
  }
}

test("the public pages", async ({ page }) => look(page, SITE));

test("a creator's pages", async ({ page }) => {
  await signInAs(page, "Mara Lindqvist");
  await look(page, CREATOR);
});

test("a platform's pages", async ({ page, request }) => {
  await signInAs(page, "Elin Berg");
  await look(page, await platformPaths(request));
});

test("the operator's pages", async ({ page }) => {
  await signInAs(page, "Ruth Alvarez");
  await look(page, OPERATOR);
});

test.describe("pages that are not one's own", () => {
  test.use({ expectedConsole: [/404/] });

  test("nobody is asked to sign in; another party finds nothing", async ({ page }) => {
    const harbour = organisation("harbour");
    const theirs = [...PLATFORM.map((path) => `/o/${harbour.id}${path}`), ...OPERATOR];
    for (const path of [...theirs, ...CREATOR]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/sign-in/);
    }
    await signInAs(page, "Priya Raman");
    for (const path of theirs) expect((await page.goto(path))?.status(), path).toBe(404);
    expect(demo().people.length).toBeGreaterThan(5);
  });
});
