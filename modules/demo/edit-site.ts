import { z } from "zod";
import { placeOf, TXT, writeDemoPlace } from "@/infra/net/demo-web";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { WELL_KNOWN_PATH } from "@/modules/handles/domain/proof";
import { EditDemoSite } from "./schema";
import { forumOn, memberOf } from "./site";

const PLACES = { records: TXT, file: WELL_KNOWN_PATH, head: "/" } as const;

/** A visitor writes on a site of the demo world: a member's bio, or what a website or its DNS says. Anybody may there. */
export const editDemoSite = command({
  name: "demo.edit_site",
  scope: null,
  input: EditDemoSite,
  output: z.object({ host: z.string() }),
  async run({ tx, now }, edit) {
    const { host, text } = edit;
    const platform = await forumOn(host);
    if (edit.what === "bio") {
      const member = platform === null ? null : memberOf(platform, edit.member);
      if (member === null) throw notFound("member");
      await writeDemoPlace(tx, member.profile.hostname, placeOf(member.profile), { text, at: now });
    } else {
      if (platform !== null) throw notFound("website");
      await writeDemoPlace(tx, host, PLACES[edit.what], { text, at: now });
    }
    return { value: { host }, events: [], audit: { subject: host, detail: { what: edit.what } } };
  },
});
