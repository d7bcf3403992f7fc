import { expect, type Page } from "@playwright/test";

/** The first address a page links to that fits, read without opening it: absolute ones without their host. */
export async function linkOn(page: Page, from: string, fits: RegExp): Promise<string> {
  const found = await linksOf(page, from, fits);
  if (found === undefined) throw new Error(`no link on ${from} leads to ${fits}`);
  return found;
}

/** The address in the newest mail to somebody that has such a link, in the built-in mailbox; mails leave a moment after what they tell of. */
export async function mailedLink(page: Page, to: string, fits: RegExp): Promise<string> {
  let found: string | undefined;
  const look = async (): Promise<boolean> => {
    const rows = (await (await page.request.get("/dev/mailbox")).text()).split("<tr");
    for (const row of rows.filter((one) => one.includes(to))) {
      const mail = row.match(/href="([^"]+)"/)?.[1];
      found = mail === undefined ? undefined : await linksOf(page, mail, fits);
      if (found !== undefined) return true;
    }
    return false;
  };
  await expect.poll(look, { message: `a mail to ${to} with a link to ${fits}` }).toBe(true);
  return found ?? "";
}

async function linksOf(page: Page, from: string, fits: RegExp): Promise<string | undefined> {
  const html = await (await page.request.get(from)).text();
  return [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&").replace(/^https?:\/\/[^/]+/, ""))
    .find((href) => fits.test(href));
}
