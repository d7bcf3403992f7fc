import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db";
import { aHeldHandle } from "@/test/factories/consent";
import { chance, change, DEAL, day, makeWorld, PLATFORM, people } from "@/test/factories/consent-world";
import type { ConsentRequest } from "./domain/request";
import { freezeConsent } from "./freeze-consent";

const request = (at: Date, more: Partial<ConsentRequest> = {}): ConsentRequest => ({
  uses: ["pretraining", "evaluation"],
  buyerId: "org_lab",
  buyerName: "Example Lab",
  weights: "closed",
  purpose: "research",
  attribution: true,
  distillation: false,
  currency: "USD",
  at,
  ...more,
});

let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "remit-kept-"));
  await makeWorld();
}, 120_000);

afterAll(() => rm(dir, { recursive: true, force: true }));

describe("a frozen consent set", () => {
  test("is the same from a kept set and what changed since as from everything read anew", async () => {
    const pick = chance(99);
    const asked = (at: number) => ({
      platformId: PLATFORM,
      dealId: DEAL,
      request: request(day(at)),
      asOf: day(at),
      dir: join(dir, "kept"),
    });
    await freezeConsent({ ...asked(14), keepFrom: 1n });
    for (const at of [14.001, 15, 15.5, 16]) {
      const newcomer = people[pick(people.length)]?.personId ?? "";
      await aHeldHandle({ personId: newcomer, platformId: PLATFORM, verifiedAt: day(at - 0.0005) });
      await db.pool.query(
        `UPDATE handle_period SET ended_at = $1 WHERE id = (SELECT id FROM handle_period
         WHERE platform_id = $2 AND ended_at IS NULL AND NOT disputed ORDER BY id LIMIT 1)`,
        [day(at - 0.0004), PLATFORM],
      );
      for (let step = 0; step < 3; step++) await change(pick, day(at - 0.0003));
      const before = await db.prisma.consentBase.findUniqueOrThrow({ where: { platformId: PLATFORM } });
      const fromKept = await freezeConsent({ ...asked(at), keepFrom: at > 15 ? 1n : 1_000_000n });
      const after = await db.prisma.consentBase.findUniqueOrThrow({ where: { platformId: PLATFORM } });
      expect(after.asOf > before.asOf).toBe(at > 15);
      await db.prisma.consentBase.delete({ where: { platformId: PLATFORM } });
      const anew = await freezeConsent({ ...asked(at), keepFrom: 1_000_000n });
      expect(fromKept).toEqual(anew);
      await db.prisma.consentBase.create({ data: after });
    }
    // A freeze as of before the kept set reads everything anew, and does not put an older set in its place.
    const kept = await db.prisma.consentBase.findUniqueOrThrow({ where: { platformId: PLATFORM } });
    await freezeConsent({ ...asked(11), keepFrom: 1n });
    expect(await db.prisma.consentBase.findUniqueOrThrow({ where: { platformId: PLATFORM } })).toEqual(kept);
  });
});
