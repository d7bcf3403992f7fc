import { expect, type Page } from "@playwright/test";
import { expectAxeCleanEverywhere } from "./support/axe";
import { test } from "./support/guarded-test";
import { demo, organisation, signInAs } from "./support/people";

/** Every page of every persona: axe-clean in light, dark and at 320 px, no sideways scrolling, no console error. */
const SITE = ["/", "/sign-in", "/dev/mailbox", "/docs/api", "/docs/api/problems", "/docs/recompute"];
const CREATOR = [
  "/me",
  "/me/terms",
  "/me/terms/history",
  "/me/handles",
  "/me/works",
  "/me/works/new",
  "/me/deals",
  "/me/statement",
  "/me/keys",
  "/me/settings",
  "/me/activity",
];
const OPERATOR = [
  "/operator",
  "/operator/parties",
  "/operator/parties/people",
  "/operator/jobs",
  "/operator/books",
  "/operator/audit",
  "/operator/deals",
  "/operator/disputes",
];
const PLATFORM = ["", "/deals", "/deals/new", "/team", "/keys", "/audit", "/settings"];

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
  const harbour = organisation("harbour");
  const headers = { authorization: `Bearer ${harbour.apiKey}` };
  const list = async (path: string) =>
    (
      (await (await request.get(`/api/v1${path}`, { headers })).json()) as {
        items: { id: string; state: string }[];
      }
    ).items;
  const deal = (await list("/deals?state=allocated"))[0]?.id ?? "";
  const [manifest, clearance, allocation] = [
    (await list(`/deals/${deal}/manifests`))[0]?.id,
    (await list(`/deals/${deal}/clearances`))[0]?.id,
    (await list(`/deals/${deal}/allocations`))[0]?.id,
  ];
  const draft = (await list("/deals?state=draft"))[0]?.id ?? "";
  const base = `/o/${harbour.id}`;
  await signInAs(page, "Elin Berg");
  await look(page, [
    ...PLATFORM.map((path) => base + path),
    `${base}/deals/${deal}`,
    `${base}/deals/${draft}/edit`,
    `${base}/deals/${draft}/manifests/new`,
    `${base}/manifests/${manifest}`,
    `${base}/clearances/${clearance}`,
    `${base}/allocations/${allocation}`,
  ]);
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
