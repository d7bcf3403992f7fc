import fc from "fast-check";
import { expect, test } from "vitest";
import { type Platform, THE_WEB } from "@/modules/handles/domain/platform";
import { ownsPrefix } from "./own-prefix";

const forum: Platform = {
  id: "org_forum",
  name: "Forum",
  host: "forum.example",
  rule: "insensitive",
  namesAreHosts: false,
  profileTemplate: "https://forum.example/u/{name}",
  pageCode: true,
  attests: false,
};
const plain = { ...forum, profileTemplate: null };
const hosted = { ...forum, profileTemplate: "https://{name}.forum.example/" };

test.each([
  [THE_WEB, "essays.example", "https://essays.example/"],
  [THE_WEB, "essays.example", "http://www.essays.example/2026/"],
  [forum, "ada", "https://forum.example/u/Ada"],
  [forum, "ada", "https://www.forum.example/u/ada/posts/"],
  [hosted, "ada", "https://ada.forum.example/"],
  [plain, "ada", "https://forum.example/user/ada/posts/"],
  [plain, "ada", "https://forum.example/@ada/"],
])("%o %s owns %s", (platform, name, prefix) => {
  expect(ownsPrefix({ platform, name }, prefix)).toBe(true);
});

test.each([
  [THE_WEB, "essays.example", "https://example/"],
  [THE_WEB, "essays.example", "https://otheressays.example/"],
  [THE_WEB, "essays.example", "https://essays.example.evil.test/"],
  [forum, "ada", "https://forum.example/"],
  [forum, "ada", "https://forum.example/t/"],
  [forum, "ada", "https://forum.example/u/"],
  [forum, "ada", "https://forum.example/u/ada2/"],
  [forum, "ada", "https://forum.example/u/mallory/ada/"],
  [hosted, "ada", "https://forum.example/"],
  [hosted, "ada", "https://mallory.forum.example/ada/"],
  [plain, "ada", "https://forum.example/t/ada/"],
  [plain, "ada", "https://forum.example/"],
  [plain, "ada", "not an address"],
])("%o %s does not own %s", (platform, name, prefix) => {
  expect(ownsPrefix({ platform, name }, prefix)).toBe(false);
});

test("nobody owns a folder of a forum that is not below their own page", () => {
  const segment = fc.stringMatching(/^[a-z0-9@.-]{1,8}$/).filter((text) => !/^\.{1,2}$/.test(text));
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 4 }),
      fc.constantFrom(forum, plain, hosted),
      (folders, platform) => {
        const prefix = `https://forum.example/${folders.join("/")}`;
        const own = folders.slice(0, 2).some((folder) => /^[@~]?ada$/.test(folder));
        if (!own) expect(ownsPrefix({ platform, name: "ada" }, prefix)).toBe(false);
      },
    ),
  );
});
