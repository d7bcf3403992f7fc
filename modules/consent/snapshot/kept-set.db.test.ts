import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { aHeldHandle } from "@/test/factories/consent";
import {
  chance,
  change,
  DEAL,
  day,
  makeWorld,
  PLATFORM,
  people,
  request,
} from "@/test/factories/consent-world";
import { freezeConsent, prepareConsent } from "./freeze-consent";

let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "remit-kept-"));
  await makeWorld();
}, 120_000);

afterAll(() => rm(dir, { recursive: true, force: true }));

describe("a frozen consent set", () => {
  test("is the same from a cached set and the changes since as from a full read", async () => {
    const pick = chance(99);
    const asked = (at: number) => ({
      platformId: PLATFORM,
      dealId: DEAL,
      request: request(day(at)),
      asOf: day(at),
      dir: join(dir, "kept"),
    });
    const keptSet = () => db.prisma.consentBase.findUniqueOrThrow({ where: { platformId: PLATFORM } });
    await prepareConsent({ ...asked(14), keepFrom: 1_000_000n });
    expect(await db.prisma.consentBase.count()).toBe(0); // Too few to be worth it.
    await prepareConsent({ ...asked(14), keepFrom: 1n });
    for (const at of [14.001, 15, 15.5, 16]) {
      const newcomer = people[pick(people.length)]?.personId ?? "";
      await aHeldHandle({ personId: newcomer, platformId: PLATFORM, verifiedAt: day(at - 0.0005) });
      await db.pool.query(
        `UPDATE handle_period SET ended_at = $1 WHERE id = (SELECT id FROM handle_period
         WHERE platform_id = $2 AND ended_at IS NULL AND NOT disputed ORDER BY id LIMIT 1)`,
        [day(at - 0.0004), PLATFORM],
      );
      for (let step = 0; step < 3; step++) await change(pick, day(at - 0.0003));
      const before = await keptSet();
      if (at > 15) await prepareConsent({ ...asked(at), keepFrom: 1n });
      expect((await keptSet()).asOf > before.asOf).toBe(at > 15);
      const fromKept = await freezeConsent(asked(at));
      expect(fromKept).toEqual(await freezeConsent({ ...asked(at), ignoreCache: true }));
    }
    // A freeze as of an instant before the cached set reads everything in full, and no older set replaces the cached one.
    const kept = await keptSet();
    const earlier = await freezeConsent(asked(11));
    expect(earlier).toEqual(await freezeConsent({ ...asked(11), ignoreCache: true }));
    await prepareConsent({ ...asked(11), keepFrom: 1n });
    expect(await keptSet()).toEqual(kept);
  });
});
