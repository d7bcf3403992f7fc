import { randomUUID } from "node:crypto";
import { digestOf } from "@/infra/crypto/secret-digest";
import { db, transaction } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import type { Actor, OrganisationKind, Role, Scope } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { daysAfter } from "@/kernel/time";
import { createApiKey } from "@/modules/identity/keys/create-api-key";
import { secondStepOf } from "@/modules/identity/repository/second-step";
import { insertSession } from "@/modules/identity/repository/sessions";
import { newAppSecret, newSessionToken, sealAppSecret } from "@/modules/identity/secrets";
import { actorOfApiKey, actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { foundOperator } from "@/modules/parties/organisations/found-operator";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { signUpOrganisation } from "@/modules/parties/organisations/sign-up-organisation";
import { registerPerson } from "@/modules/parties/people/register-person";
import { insertMember } from "@/modules/parties/repository/members";

export const SYSTEM: Actor = { kind: "system", job: "test" };
export const callAs = (actor: Actor, more: Partial<CallContext> = {}): CallContext => ({
  actor,
  requestId: randomUUID(),
  ...more,
});

let counter = 0;

/** A person with a proved address of their own. */
export async function aPerson(
  facts: { name?: string; email?: string; demoPersona?: string } = {},
): Promise<{ id: string; name: string; email: string }> {
  counter += 1;
  const {
    name = `Person ${counter}`,
    email = `person-${counter}-${randomUUID().slice(0, 8)}@people.example`,
  } = facts;
  const { id } = await registerPerson(callAs(SYSTEM), {
    email,
    name,
    emailVerified: true,
    demoPersona: facts.demoPersona ?? null,
  });
  return { id, name, email };
}

/** A session of this person, second step included; the value is what the cookie `remit.session` holds. */
export async function signInAs(personId: string, signedInAt: Date = new Date()): Promise<string> {
  const token = newSessionToken();
  await transaction((tx) =>
    insertSession(
      tx,
      {
        id: newId("session", signedInAt),
        personId,
        expires: daysAfter(new Date(), 30),
        signedInAt,
        lastSeenAt: new Date(),
        userAgent: "test",
        secondStepAt: signedInAt,
      },
      digestOf(token),
    ),
  );
  return token;
}

/** Gives this person a second step, as operators must have; returns what an authenticator app would know. */
export async function aSecondStep(personId: string): Promise<string> {
  const secret = newAppSecret();
  const at = new Date();
  await db.prisma.secondStep.create({
    data: { personId, secret: sealAppSecret(secret, personId), createdAt: at, confirmedAt: at },
  });
  return secret;
}

/** A session of this person that waits for its second step; they get one if they have none. */
export async function aWaitingSession(personId: string): Promise<string> {
  if ((await secondStepOf(personId)) === null) await aSecondStep(personId);
  const token = await signInAs(personId);
  await db.prisma.session.update({
    where: { sessionToken: digestOf(token) },
    data: { secondStepAt: null },
  });
  return token;
}

/** This person as they act when signed in just now (or at `signedInAt`), with the memberships they have at this moment. */
export async function actorFor(personId: string, signedInAt?: Date): Promise<Actor> {
  const actor = await actorOfSession(await signInAs(personId, signedInAt));
  if (actor === null) throw new Error("the session just made opens nothing");
  return actor;
}

/** An organisation with its first owner. Verified unless told otherwise. */
export async function anOrganisation(
  facts: {
    kind?: OrganisationKind;
    name?: string;
    host?: string;
    handleCase?: "insensitive" | "sensitive" | "opaque";
    ownerId?: string;
    verified?: boolean;
  } = {},
): Promise<{ id: string; ownerId: string; owner: Actor }> {
  counter += 1;
  const { kind = "platform", name = `Organisation ${counter}`, verified = true } = facts;
  const ownerId = facts.ownerId ?? (await aPerson()).id;
  const made =
    kind === "operator"
      ? await foundOperator(callAs(SYSTEM), { name, personId: ownerId })
      : await signUpOrganisation(callAs(await actorFor(ownerId)), {
          kind,
          name,
          ...(facts.host === undefined ? {} : { host: facts.host }),
          ...(facts.handleCase === undefined ? {} : { handleCase: facts.handleCase }),
        });
  if (kind === "operator" && (await secondStepOf(ownerId)) === null) await aSecondStep(ownerId);
  if (verified && kind !== "operator")
    await setOrganisationState(callAs(SYSTEM), {
      organisationId: made.id,
      state: "verified",
      reason: "test",
    });
  return { id: made.id, ownerId, owner: await actorFor(ownerId) };
}

/** Makes somebody (a new person unless given) a member, without an invitation; an operator's member has a second step. */
export async function aMember(
  organisationId: string,
  role: Role,
  personId?: string,
): Promise<{ personId: string; actor: Actor }> {
  const id = personId ?? (await aPerson()).id;
  const createdAt = new Date();
  await transaction((tx) =>
    insertMember(tx, { id: newId("membership", createdAt), organisationId, personId: id, role, createdAt }),
  );
  const { kind } = await db.prisma.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  if (kind === "operator" && (await secondStepOf(id)) === null) await aSecondStep(id);
  return { personId: id, actor: await actorFor(id) };
}

/** A key made by `maker`, for an organisation or (without one) for the maker: its secret, and the actor it is. */
export async function anApiKey(
  maker: Actor,
  facts: { organisationId?: string; scopes?: Scope[]; preset?: "read_only" | "all"; name?: string } = {},
): Promise<{ id: string; secret: string; actor: Actor }> {
  const { organisationId, scopes, preset, name = "test key" } = facts;
  const key = await createApiKey(callAs(maker), {
    name,
    organisationId: organisationId ?? null,
    ...(scopes === undefined ? { preset: preset ?? "all" } : { scopes }),
  });
  const actor = key.secret === null ? null : await actorOfApiKey(key.secret);
  if (key.secret === null || actor === null) throw new Error("the key just made opens nothing");
  return { id: key.id, secret: key.secret, actor };
}
