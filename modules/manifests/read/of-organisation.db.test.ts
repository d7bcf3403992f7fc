import { expect, test } from "vitest";
import { draftDeal } from "@/test/factories/deals";
import { sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { listOrganisationManifests } from "./queries";

test("manifests are listed over all deals of their platform, newest first, and for nobody else", async () => {
  const [mine, other] = [await anOrganisation(), await anOrganisation()];
  const platform = callAs(mine.owner);
  const organisationId = mine.id;
  const send = async (content: string) =>
    (await sendManifest(platform, (await draftDeal(platform)).id, content, { fileName: "posts.csv" })).id;
  const older = await send("contributor,url,created_at,tokens\nann,https://forum.example/1,1300000000,10");
  const newer = await send("contributor,url,created_at,tokens\nben,https://forum.example/2,1300000000,20");
  const first = await listOrganisationManifests(platform, { organisationId, limit: 1 });
  expect(first.items.map(({ id }) => id)).toEqual([newer]);
  const rest = await listOrganisationManifests(platform, {
    organisationId,
    limit: 1,
    cursor: first.nextCursor ?? "",
  });
  expect(rest.items.map(({ id }) => id)).toEqual([older]);
  expect(rest.nextCursor).toBeNull();
  await expect(listOrganisationManifests(callAs(other.owner), { organisationId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await listOrganisationManifests(callAs(other.owner), { organisationId: other.id })).items).toEqual(
    [],
  );
});
