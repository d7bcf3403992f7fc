import { db } from "@/infra/db";
import type { OrganisationKind, Role } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { foundOperator } from "@/modules/parties/found-operator";
import { registerPerson } from "@/modules/parties/register-person";
import { setOrganisationState } from "@/modules/parties/set-organisation-state";
import { signUpOrganisation } from "@/modules/parties/sign-up-organisation";
import { as, asSeed, daysAgo } from "./acting";
import { EXPERTS, FORUM, PUBLISHER } from "./communities";
import { PEOPLE, type PersonKey } from "./people";

export type Cast = Readonly<{
  person: Readonly<Record<PersonKey, string>>;
  organisation: Readonly<Record<OrganisationKey, string>>;
}>;

const ORGANISATIONS = {
  commons: { kind: "operator", name: "Commons Remit Cooperative", owner: "ruth", host: null },
  harbour: { kind: "platform", name: "Harbour Forum", owner: "elin", host: FORUM.host },
  lantern: { kind: "platform", name: "Lantern Review", owner: "ines", host: PUBLISHER.host },
  bench: { kind: "platform", name: "Benchnotes", owner: "elin", host: EXPERTS.host },
  northwind: { kind: "lab", name: "Northwind Models", owner: "samir", host: null },
} as const satisfies Record<
  string,
  { kind: OrganisationKind; name: string; owner: PersonKey; host: string | null }
>;
export type OrganisationKey = keyof typeof ORGANISATIONS;

/** People and organisations; who is there already is left as they are. */
export async function makeCast(): Promise<Cast> {
  const person = {} as Record<PersonKey, string>;
  for (const [key, { name, email, persona }] of Object.entries(PEOPLE)) {
    const existing = await db.prisma.person.findUnique({ where: { email } });
    const made =
      existing ??
      (await registerPerson(asSeed(daysAgo(220)), {
        email,
        name,
        emailVerified: true,
        demoPersona: persona,
      }));
    person[key as PersonKey] = made.id;
  }
  const organisation = {} as Record<OrganisationKey, string>;
  for (const [key, facts] of Object.entries(ORGANISATIONS)) {
    const existing = await db.prisma.organisation.findFirst({ where: { name: facts.name } });
    organisation[key as OrganisationKey] = existing?.id ?? (await makeOrganisation(facts, person));
  }
  await addMember(organisation.harbour, person.kofi, "analyst");
  return { person, organisation };
}

async function makeOrganisation(
  facts: (typeof ORGANISATIONS)[OrganisationKey],
  person: Readonly<Record<PersonKey, string>>,
): Promise<string> {
  const at = daysAgo(200);
  if (facts.kind === "operator")
    return (await foundOperator(asSeed(at), { name: facts.name, personId: person[facts.owner] })).id;
  const { id } = await signUpOrganisation(await as(person[facts.owner], at), {
    kind: facts.kind,
    name: facts.name,
    host: facts.host,
  });
  // Lantern Review signed up last week and still waits for the operator's look: something for the attention queue.
  if (facts.name !== "Lantern Review")
    await setOrganisationState(await as(person.ruth, daysAgo(198)), {
      organisationId: id,
      state: "verified",
      reason: "Register entry and domain checked.",
    });
  return id;
}

async function addMember(organisationId: string, personId: string, role: Role): Promise<void> {
  const existing = await db.prisma.membership.findFirst({ where: { organisationId, personId } });
  if (existing !== null) return;
  await db.prisma.membership.create({
    data: { id: newId("membership", daysAgo(190)), organisationId, personId, role, createdAt: daysAgo(190) },
  });
}
