import { db } from "@/infra/db/db";
import type { OrganisationKind, Role } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { foundOperator } from "@/modules/parties/organisations/found-operator";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { signUpOrganisation } from "@/modules/parties/organisations/sign-up-organisation";
import { registerPerson } from "@/modules/parties/people/register-person";
import { as, asSeed, daysAgo, happened } from "./acting";
import { EXPERTS, FORUM, PUBLISHER, WORKSHOP } from "./communities";
import { OTHERS, PEOPLE, type PersonKey } from "./people";

export type Cast = Readonly<{
  person: Readonly<Record<PersonKey, string>>;
  organisation: Readonly<Record<OrganisationKey, string>>;
}>;

type Facts = Readonly<{
  kind: OrganisationKind;
  name: string;
  owner: PersonKey;
  host: string | null;
  signedUp: number;
  /** Days ago the operator had looked at it; null: it still waits for that. */
  verified: number | null;
}>;

/** Who takes part, in the order of `.data/demo.json`: the first is a platform. */
export const ORGANISATIONS = {
  harbour: {
    kind: "platform",
    name: "Harbour Forum",
    owner: "elin",
    host: FORUM.host,
    signedUp: 612,
    verified: 610,
  },
  lantern: {
    kind: "platform",
    name: "Lantern Review",
    owner: "ines",
    host: PUBLISHER.host,
    signedUp: 606,
    verified: 603,
  },
  bench: {
    kind: "platform",
    name: "Benchnotes",
    owner: "elin",
    host: EXPERTS.host,
    signedUp: 604,
    verified: 603,
  },
  northwind: {
    kind: "lab",
    name: "Northwind Models",
    owner: "samir",
    host: null,
    signedUp: 600,
    verified: 599,
  },
  commons: {
    kind: "operator",
    name: "Commons Remit Cooperative",
    owner: "ruth",
    host: null,
    signedUp: 640,
    verified: null,
  },
  werkbank: {
    kind: "platform",
    name: "Werkbankforum",
    owner: "anneke",
    host: WORKSHOP.host,
    signedUp: 540,
    verified: 538,
  },
  tidewater: {
    kind: "lab",
    name: "Tidewater Search",
    owner: "owen",
    host: null,
    signedUp: 590,
    verified: 588,
  },
  kleinstern: {
    kind: "lab",
    name: "Kleinstern Sprachlabor",
    owner: "mira",
    host: null,
    signedUp: 470,
    verified: 466,
  },
  kettle: {
    kind: "platform",
    name: "Kettle and Pine Recipes",
    owner: "pavel",
    host: "kettleandpine.example",
    signedUp: 6,
    verified: null,
  },
  quayside: {
    kind: "lab",
    name: "Quayside Speech",
    owner: "greta",
    host: null,
    signedUp: 3,
    verified: null,
  },
} as const satisfies Record<string, Facts>;
export type OrganisationKey = keyof typeof ORGANISATIONS;

/** People and organisations; who is there already is left as they are. */
export async function makeCast(): Promise<Cast> {
  const person = {} as Record<PersonKey, string>;
  for (const [n, [key, facts]] of Object.entries({ ...PEOPLE, ...OTHERS }).entries()) {
    const { name, email } = facts;
    const locale = "locale" in facts ? facts.locale : undefined;
    const demoPersona = "persona" in facts ? facts.persona : null;
    const existing = await db.prisma.person.findUnique({ where: { email } });
    // One after the other: the list of whom one can sign in as is in this order.
    const at = new Date(daysAgo(key === "jonas" ? 1 : 641).getTime() + n * 1000);
    const made =
      existing ??
      (await happened(at, () =>
        registerPerson(asSeed(at), { email, name, emailVerified: true, demoPersona, locale }),
      ));
    person[key as PersonKey] = made.id;
  }
  const organisation = {} as Record<OrganisationKey, string>;
  const byAge = Object.entries(ORGANISATIONS).sort(([, a], [, b]) => b.signedUp - a.signedUp);
  for (const [key, facts] of byAge) {
    const existing = await db.prisma.organisation.findFirst({ where: { name: facts.name } });
    organisation[key as OrganisationKey] = existing?.id ?? (await makeOrganisation(facts, person));
  }
  await addMember(organisation.harbour, person.kofi, "analyst");
  return { person, organisation };
}

async function makeOrganisation(
  { kind, name, owner, host, signedUp, verified }: Facts,
  person: Readonly<Record<PersonKey, string>>,
): Promise<string> {
  const at = daysAgo(signedUp);
  const { id } = await happened(at, async () =>
    kind === "operator"
      ? foundOperator(asSeed(at), { name, personId: person[owner] })
      : signUpOrganisation(await as(person[owner], at), { kind, name, host }),
  );
  if (verified !== null)
    await happened(daysAgo(verified), async () =>
      setOrganisationState(await as(person.ruth, daysAgo(verified)), {
        organisationId: id,
        state: "verified",
        reason:
          host === null ? "Register entry and signatory checked." : `Register entry and ${host} checked.`,
      }),
    );
  return id;
}

async function addMember(organisationId: string, personId: string, role: Role): Promise<void> {
  const existing = await db.prisma.membership.findFirst({ where: { organisationId, personId } });
  if (existing !== null) return;
  const createdAt = daysAgo(580);
  await db.prisma.membership.create({
    data: { id: newId("membership", createdAt), organisationId, personId, role, createdAt },
  });
}
