import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

type Demo = {
  organisations: { key: string; id: string; name: string; apiKey: string; readOnlyApiKey: string }[];
  people: { key: string; id: string; name: string; email: string; apiKey: string }[];
};

/** The demo world's file, written by the seed of the world under test. */
export function demo(): Demo {
  const dir = process.env.REMIT_E2E_DATA_DIR;
  if (!dir)
    throw new Error("REMIT_E2E_DATA_DIR is not set: playwright.config.ts sets it for the world it starts");
  return JSON.parse(readFileSync(join(dir, "demo.json"), "utf8")) as Demo;
}

export function organisation(key: string): Demo["organisations"][number] {
  const found = demo().organisations.find((entry) => entry.key === key);
  if (found === undefined) throw new Error(`no demo organisation ${key}`);
  return found;
}

export function person(name: string): Demo["people"][number] {
  const found = demo().people.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no demo person ${name}`);
  return found;
}

/** Signs in by the demo world's list, as a person would. Signs the previous person out. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/**
 * Sends a request that only a signed-in person may send, no key. It uses a browser context of its own, so that the page keeps
 * its own person.
 */
export async function sendAs(
  page: Page,
  name: string,
  { method, path, data }: { method: "PATCH" | "POST"; path: string; data: object },
): Promise<void> {
  const context = await page.context().browser()?.newContext();
  if (context === undefined) throw new Error("the page has no browser of its own to open another context in");
  await signInAs(await context.newPage(), name);
  const answer = await context.request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: {
      "sec-fetch-site": "same-origin",
      ...(method === "POST" ? { "idempotency-key": randomUUID() } : { "if-match": "*" }),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await context.close();
}
