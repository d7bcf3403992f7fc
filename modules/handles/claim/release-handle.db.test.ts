import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { claimHandle } from "./claim-handle";
import { personOfHandle } from "./handles-of";
import { releaseHandle } from "./release-handle";

let alice: Actor;
let forum: string;
let clock = Date.now();
const later = () => {
  clock += 1000;
  return new Date(clock);
};
const at = (actor: Actor) => callAs(actor, { now: later() });
const events = (type: string) => db.prisma.outboxEvent.findMany({ where: { type }, orderBy: { id: "desc" } });

beforeEach(async () => {
  alice = await actorFor((await aPerson()).id);
  forum ??= (await anOrganisation({ host: "forum.example" })).id;
});

describe("letting go", () => {
  test("ends the period, keeps the past, and the same person may come back", async () => {
    const platform = await anAttestingPlatform();
    const person = await actorFor((await aPerson()).id, new Date(clock));
    const { id } = await aVerifiedHandle(person, platform, "gone", later());
    const held = later();
    expect((await releaseHandle(at(person), { handleId: id })).state).toBe("released");
    expect(await personOfHandle(platform.id, "gone", held)).toMatchObject({ handleId: id });
    expect(await personOfHandle(platform.id, "gone", later())).toBeNull();
    expect((await events("works.handle_released"))[0]?.payload).toMatchObject({ handleId: id });
    expect((await aVerifiedHandle(person, platform, "gone", later())).id).toBe(id);
    expect(await personOfHandle(platform.id, "gone", later())).toMatchObject({ handleId: id });
  });

  test("needs a recent sign-in", async () => {
    const handle = await claimHandle(at(alice), { platformId: forum, name: "step-up" });
    const now = new Date(clock + 24 * 3_600_000);
    await expect(releaseHandle(callAs(alice, { now }), { handleId: handle.id })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  test("the database refuses to rewrite a proof period", async () => {
    const platform = await anAttestingPlatform();
    const { id } = await aVerifiedHandle(alice, platform, "history", later());
    const edits = [
      "UPDATE handle_period SET person_id = 'per_x' WHERE handle_id = $1",
      "UPDATE handle_period SET verified_at = now() WHERE handle_id = $1",
      "DELETE FROM handle_period WHERE handle_id = $1",
    ];
    for (const sql of edits) await expect(db.pool.query(sql, [id])).rejects.toThrow(/never edited/);
  });
});
