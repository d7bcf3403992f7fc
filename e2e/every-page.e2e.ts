import { readdirSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectAxeCleanEverywhere } from "./support/axe";
import { test } from "./support/guarded-test";
import {
  authorPaths,
  CREATOR,
  coAuthorCoverPath,
  coAuthorPath,
  creatorPaths,
  invitationPath,
  OPERATOR,
  operatorPaths,
  PLATFORM,
  platformPaths,
  sitePaths,
} from "./support/pages";
import { demo, organisation, signInAs } from "./support/people";

// The walks are independent, and together they take longer than all other files.
test.describe.configure({ mode: "parallel" });

/** Every page of every persona: axe-clean in light, dark and at 320 px, no sideways scrolling, no console error. */
async function look(page: Page, paths: readonly string[]): Promise<void> {
  test.setTimeout(60_000 + paths.length * 20_000);
  for (const path of paths) {
    await test.step(path, async () => {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      // A website of the demo world plays somebody else's: it is called by its own name.
      expect(await page.title(), path).toMatch(path.startsWith("/demo/") ? /\.example/ : /Remit/);
      await expectAxeCleanEverywhere(page, path);
    });
  }
}

test("the public pages", async ({ page }) =>
  look(page, [...(await sitePaths(page)), await invitationPath(page), await coAuthorCoverPath(page)]));

test("a creator's pages", async ({ page }) => {
  await signInAs(page, "Mara Lindqvist");
  await look(page, [...(await creatorPaths(page)), await coAuthorPath(page)]);
});

test("an author's pages", async ({ page }) => {
  await signInAs(page, "Priya Raman");
  await look(page, await authorPaths(page));
});

test("a platform's pages", async ({ page, request }) => {
  await signInAs(page, "Elin Berg");
  await look(page, await platformPaths(request));
});

test("the operator's pages", async ({ page }) => {
  await signInAs(page, "Ruth Alvarez");
  await look(page, await operatorPaths(page));
});

test("no page is left out", async ({ page, request }) => {
  const looked = [
    ...(await sitePaths(page)),
    await invitationPath(page),
    await coAuthorCoverPath(page),
    ...(await platformPaths(request)),
  ];
  for (const [who, paths] of [
    ["Mara Lindqvist", creatorPaths],
    ["Priya Raman", authorPaths],
    ["Ruth Alvarez", operatorPaths],
  ] as const) {
    await signInAs(page, who);
    looked.push(...(await paths(page)));
  }
  looked.push(await coAuthorPath(page));
  // The 404 page; e2e/design-system and e2e/second-step look at the others.
  const elsewhere = ["/[...nowhere]", "/dev/ui", "/sign-in/code"];
  const left = pageAddresses().filter(
    (address) => !elsewhere.includes(address) && !looked.some((path) => pattern(address).test(path)),
  );
  expect(left, "pages of app/ that no list in e2e/support/pages.ts leads to").toEqual([]);
});

/** The addresses of all pages of app/, as their folders spell them: groups left out, `[id]` where an id stands. */
function pageAddresses(): readonly string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map(
      (file) =>
        `/${file
          .split("/")
          .slice(0, -1)
          .filter((part) => !part.startsWith("("))
          .join("/")}`,
    );
}

const pattern = (address: string): RegExp =>
  new RegExp(`^${address.replaceAll(/\[\w+\]/g, "[^/?]+")}(\\?|$)`);

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
    for (const path of [...theirs, "/me/nowhere", "/nowhere"]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page, path).toHaveTitle(/^Page not found/);
    }
    expect(demo().people.length).toBeGreaterThan(5);
  });
});
