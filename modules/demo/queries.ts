import { z } from "zod";
import { isDemoHost, placeOf, readDemoPlace, TXT } from "@/infra/net/demo-web";
import { query } from "@/infra/verb/query";
import { WELL_KNOWN_PATH } from "@/modules/handles/domain/proof";
import { platformsListed } from "@/modules/parties/organisations/organisation-of";
import { DemoSite, DemoSiteList, DemoSiteQuery } from "./schema";
import { forumOn, memberOf } from "./site";

/** The platforms of the demo world that have a site there; empty outside the demo world. */
export const listDemoSites = query({
  name: "demo.list_sites",
  scope: null,
  input: z.object({}),
  output: DemoSiteList,
  async run() {
    const platforms = await platformsListed(undefined, { take: 100, after: undefined });
    const items = platforms.flatMap(({ host, name }) =>
      host !== null && isDemoHost(host) ? [{ host, name }] : [],
    );
    return { items: items.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  },
});

/** One site of the demo world, as its owner sees it; not found outside the demo world. */
export const getDemoSite = query({
  name: "demo.get_site",
  scope: null,
  input: DemoSiteQuery,
  output: DemoSite,
  async run(_, { host, member }) {
    const platform = await forumOn(host);
    if (platform === null) {
      const [records, file, head] = await Promise.all(
        [TXT, WELL_KNOWN_PATH, "/"].map((place) => readDemoPlace(host, place)),
      );
      return {
        host,
        forum: null,
        website: { records: records ?? "", file: file ?? "", head: head ?? "" },
      };
    }
    const known = member ? memberOf(platform, member) : null;
    return {
      host,
      forum: {
        name: platform.name,
        confirms: platform.attests,
        member: known && {
          name: known.name,
          address: known.profile.href,
          bio: await readDemoPlace(known.profile.hostname, placeOf(known.profile)),
        },
      },
      website: null,
    };
  },
});
