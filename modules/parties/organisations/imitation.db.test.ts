import { expect, test } from "vitest";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { getOrganisation } from "../queries/organisations";
import { signUpOrganisation } from "./sign-up-organisation";
import { updateOrganisation } from "./update-organisation";

test("a name that looks like a verified organisation's is shown to the operator, and to nobody else", async () => {
  const operator = callAs((await anOrganisation({ kind: "operator" })).owner);
  const real = await anOrganisation({ kind: "lab", name: "Farshore Models" });
  const imitator = await anOrganisation({ kind: "lab", name: "Farsh\u043ere Models", verified: false });
  const honest = await anOrganisation({ kind: "lab", name: "Nearshore Models", verified: false });
  const seen = async (call: typeof operator, organisationId: string) =>
    (await getOrganisation(call, { organisationId })).nameWarning;
  expect(await seen(operator, imitator.id)).toEqual({
    looksLike: { id: real.id, name: "Farshore Models" },
    mixedScripts: ["Latin", "Cyrillic"],
  });
  expect(await seen(operator, honest.id)).toBeNull();
  expect(await seen(operator, real.id)).toBeNull();
  expect(await seen(callAs(imitator.owner), imitator.id)).toBeNull();
});

test("a verified organisation cannot take a name that looks like another verified one's", async () => {
  await anOrganisation({ kind: "lab", name: "Tidal Research" });
  const other = await anOrganisation({ kind: "lab", name: "Meadow Research" });
  const call = callAs(other.owner);
  for (const name of ["Tidal Research", "TIDAL  research", "Tida1 Research", "T\u0456dal Research"])
    await expect(updateOrganisation(call, { organisationId: other.id, name })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "name_taken_by_verified", organisation: "Tidal Research" },
    });
  expect((await updateOrganisation(call, { organisationId: other.id, name: "MEADOW Research" })).name).toBe(
    "MEADOW Research",
  );
});

test("an organisation's name has nothing in it that nobody sees", async () => {
  const { owner } = await anOrganisation();
  for (const name of ["North\u200bwind", "\u202eabc"])
    await expect(signUpOrganisation(callAs(owner), { kind: "lab", name })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path: "name" }],
    });
});
