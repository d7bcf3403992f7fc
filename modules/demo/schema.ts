import { z } from "zod";

const Host = z.string().trim().toLowerCase().min(1).max(253);
const Member = z.string().trim().max(200);

export const DemoSiteQuery = z.object({ host: Host, member: Member.optional() });

/** A site of the demo world: a platform's forum, or somebody's own website. */
export const DemoSite = z.object({
  host: z.string(),
  forum: z
    .object({
      name: z.string(),
      confirms: z.boolean().describe("It can confirm its members to Remit"),
      member: z
        .object({
          name: z.string(),
          address: z.string().describe("Of the profile, as the rest of the world would write it"),
          bio: z.string(),
        })
        .nullable()
        .describe("The member one is signed in as"),
    })
    .nullable(),
  website: z
    .object({
      records: z.string().describe("DNS TXT records, one a line"),
      file: z.string().describe("/.well-known/remit-verify.txt"),
      head: z.string().describe("HTML in the head of the home page"),
    })
    .nullable(),
});
export const DemoSiteList = z.object({ items: z.array(z.object({ host: z.string(), name: z.string() })) });

export const EditDemoSite = z.discriminatedUnion("what", [
  z.object({ what: z.literal("bio"), host: Host, member: Member, text: z.string().max(2000) }),
  z.object({ what: z.enum(["records", "file", "head"]), host: Host, text: z.string().max(2000) }),
]);

export const ConfirmMember = z.object({
  host: Host,
  member: Member.min(1),
  code: z.string().trim().min(1, "Paste the code that Remit shows you.").max(100),
});
export const ConfirmedMember = z.object({ handleId: z.string() });
