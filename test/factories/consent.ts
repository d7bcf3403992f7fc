import { db, transaction } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import type { Preset } from "@/modules/consent/domain/presets";
import { setTerms } from "@/modules/consent/terms/set-terms";

type UserActor = Extract<Actor, { kind: "user" }>;

/** A person who has just signed in; a fresh one unless an id is given. */
export function aPersonActor(personId: string = newId("person", new Date())): UserActor {
  return {
    kind: "user",
    personId,
    memberships: [],
    signedInAt: new Date("2100-01-01T00:00:00Z"),
    sessionId: `ses_of_${personId}`,
  };
}

/** A handle held since `verifiedAt`, put straight into the tables: tests of consent need no proof. */
export async function aHeldHandle(handle: {
  personId: string;
  platformId?: string;
  name?: string;
  verifiedAt?: Date;
  endedAt?: Date | null;
  disputed?: boolean;
}): Promise<{ handleId: string; name: string; platformId: string }> {
  const handleId = newId("handle", new Date());
  const { personId, platformId = "org_forum", name = handleId, endedAt = null, disputed = false } = handle;
  const verifiedAt = handle.verifiedAt ?? new Date("2026-01-01T00:00:00Z");
  const common = { platformId, name, personId, verifiedAt };
  await db.prisma.handle.create({
    data: { id: handleId, ...common, shownName: name, state: "verified", createdAt: verifiedAt },
  });
  await db.prisma.handlePeriod.create({
    data: { id: `hpd_${handleId}`, handleId, ...common, endedAt, disputed },
  });
  return { handleId, name, platformId };
}

/** A work its authors have accepted, equal shares, recognised by one address. */
export async function aWork(work: {
  personId: string;
  coAuthorIds?: readonly string[];
  url?: string;
  scheme?: "url" | "url_prefix";
  acceptedAt?: Date;
}): Promise<string> {
  const workId = newId("work", new Date());
  const acceptedAt = work.acceptedAt ?? new Date("2026-01-01T00:00:00Z");
  const people = [work.personId, ...(work.coAuthorIds ?? [])];
  const share = Math.floor(10_000 / people.length);
  await transaction(async (tx) => {
    await tx.prisma.work.create({
      data: {
        id: workId,
        kind: "article",
        title: workId,
        registeredBy: work.personId,
        createdAt: acceptedAt,
      },
    });
    await tx.prisma.workIdentifier.create({
      data: {
        workId,
        scheme: work.scheme ?? "url",
        value: work.url ?? `https://forum.example/works/${workId}`,
      },
    });
    await tx.prisma.workAuthor.createMany({
      data: people.map((personId, position) => ({
        id: newId("workAuthor", acceptedAt),
        workId,
        position,
        personId,
        name: personId,
        shareBps: position === 0 ? 10_000 - share * (people.length - 1) : share,
        state: "accepted",
        answeredAt: acceptedAt,
      })),
    });
  });
  return workId;
}

/** Saves a preset as a person's general terms, through the verb. */
export async function somePersonTerms(personId: string, preset: Preset, now: Date): Promise<string> {
  const saved = await setTerms(
    { actor: aPersonActor(personId), now, requestId: `factory_${personId}` },
    { preset },
  );
  return saved.id;
}
