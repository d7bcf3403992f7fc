import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Catalogue, Messages } from "./catalogues";
import type { Locale } from "./locales";
import { pseudoCatalogue } from "./pseudo";

/** For development: `next dev` keeps the first JSON it read, so an edited message would not be seen until a restart. */
export async function catalogueOnDisk(locale: Locale): Promise<Messages> {
  const folder = join(process.cwd(), "messages", locale === "de" ? "de" : "en");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const entries = await Promise.all(
    names.map(async (name) => [
      basename(name, ".json"),
      JSON.parse(await readFile(join(folder, name), "utf8")) as Catalogue,
    ]),
  );
  const catalogue = Object.fromEntries(entries) as Catalogue;
  return (locale === "en-XA" ? pseudoCatalogue(catalogue) : catalogue) as Messages;
}
