import { beforeAll, expect, test } from "vitest";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { createDeal } from "./create-deal";
import { editDeal } from "./edit-deal";

let platform: CallContext;
let lab: string;

beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
  lab = (await anOrganisation({ kind: "lab", name: "Northwind Models" })).id;
});

const rest = { title: "T", gross: "1", uses: ["pretraining" as const] };
const named = (licenseeName: string) => ({ ...rest, licenseeName });

test.each(["North\u00a0wind Models", "NORTHWIND  models", "Northwind\u2002Models"])(
  "the name of a verified lab is refused however it is spaced or cased: %j",
  async (name) => {
    await expect(createDeal(platform, named(name))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path: "licenseeName" }],
      detail: { lab: "Northwind Models", licenseeId: lab },
    });
  },
);

test.each(["Northwind M\u043edels", "Northwind Mode1s", "N\u03bfrthwind Models", "North-wind Models"])(
  "a name that looks like a verified lab's is refused: %j",
  async (name) => {
    await expect(createDeal(platform, named(name))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      detail: { because: "licensee_looks_alike", licenseeId: lab },
    });
  },
);

test("an unverified lab that looks like a verified one cannot be chosen; others can", async () => {
  const imitator = await anOrganisation({ kind: "lab", name: "Northwind Mode\u04cfs", verified: false });
  const other = await anOrganisation({ kind: "lab", name: "Southwind Models", verified: false });
  await expect(createDeal(platform, { ...rest, licenseeId: imitator.id })).rejects.toMatchObject({
    faults: [{ path: "licenseeId" }],
  });
  for (const licenseeId of [other.id, lab])
    expect((await createDeal(platform, { ...rest, licenseeId })).licensee.id).toBe(licenseeId);
});

test.each(["North\u200bwind Models", "\u202esledoM", "Soft\u00adhyphen"])(
  "titles and names refuse what nobody sees, and say where it is: %j",
  async (text) => {
    const refusal = { code: "INVALID_INPUT", message: expect.stringMatching(/invisible character \(U\+/) };
    await expect(createDeal(platform, named(text))).rejects.toMatchObject(refusal);
    const { id } = await draftDeal(platform);
    await expect(editDeal(platform, { dealId: id, title: text })).rejects.toMatchObject(refusal);
  },
);

test("titles of scripts and emoji that need a joiner are taken", async () => {
  const title = "می‌خواهم 👩‍💻 ❤️";
  expect((await createDeal(platform, { ...named("Any Buyer"), title })).title).toBe(title);
});
