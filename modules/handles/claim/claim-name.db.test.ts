import { beforeAll, expect, test } from "vitest";
import type { CallContext } from "@/infra/verb/command";
import { lookUpPlatforms } from "@/modules/lookup/look-up";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { listPlatforms } from "../queries";
import { claimHandle } from "./claim-handle";

let call: CallContext;
let forum: string;

beforeAll(async () => {
  forum = (await anOrganisation({ host: "forum.test.example", name: "Forum" })).id;
  call = callAs(await actorFor((await aPerson()).id));
});

test("reads a pasted profile address as the name in it, and refuses any other address", async () => {
  const plain = await claimHandle(call, { platformId: forum, name: "Pasted" });
  for (const name of [
    "https://forum.test.example/u/Pasted",
    "forum.test.example/users/123/pasted/",
    "http://www.forum.test.example/@pasted?",
    "\ufeffpas\u200bted",
  ])
    expect((await claimHandle(call, { platformId: forum, name })).id).toBe(plain.id);
  const shown = await claimHandle(call, {
    platformId: forum,
    name: "https://forum.test.example/u/Quill",
  });
  expect(shown).toMatchObject({ name: "quill", shownName: "quill" });
  for (const name of [
    "https://forum.test.example/t/1/posts",
    "https://elsewhere.example/u/alice",
    "http://[",
  ])
    await expect(claimHandle(call, { platformId: forum, name })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message:
        "This is not the address of a profile on forum.test.example. Enter only the name, as the platform shows it.",
    });
});

test("one site is one name on the open web, with and without www", async () => {
  const names = ["https://www.author.example/essays", "author.example", "WWW.Author.example."];
  const claims = await Promise.all(names.map((name) => claimHandle(call, { platformId: "web", name })));
  expect(new Set(claims.map(({ id }) => id)).size).toBe(1);
  expect(claims[0]).toMatchObject({ name: "author.example", shownName: "author.example" });
});

test("platforms are one list in one order, wherever somebody chooses one", async () => {
  for (const name of ["Zeta", "Alpha"]) await anOrganisation({ name, host: `${name.toLowerCase()}.example` });
  const claimable = (await listPlatforms(call, { limit: 100 })).items.map(({ id }) => id);
  const asked = (await lookUpPlatforms(call, {})).items.map(({ id, name }) => ({ id, name }));
  expect(asked.map(({ id }) => id)).toEqual(claimable);
  expect(asked.map(({ name }) => name).slice(1)).toEqual(["Alpha", "Forum", "Zeta"]);
  const [first, ...rest] = claimable;
  expect(first).toBe("web");
  const second = await listPlatforms(call, { limit: 1 });
  const third = await listPlatforms(call, { limit: 1, cursor: second.nextCursor ?? "" });
  expect([...second.items.slice(1), ...third.items].map(({ id }) => id)).toEqual(rest.slice(0, 2));
});
