import { afterEach, expect, test, vi } from "vitest";
import * as disk from "@/infra/files/disk";
import { LIMITS } from "@/kernel/limits";
import { callAs } from "@/test/factories/parties";
import { describeApi, readHealth } from "./read-health";

const diskRoom = vi.spyOn(disk, "diskRoom");
afterEach(() => void diskRoom.mockReset());
const free = (bytes: number) => diskRoom.mockResolvedValue({ free: BigInt(bytes), total: 10n ** 12n });

test("health says whether files find room, by the floor that uploads and checks are held to", async () => {
  free(LIMITS.diskFreeBytesMin);
  expect(await readHealth(callAs({ kind: "anonymous" }), {})).toMatchObject({
    storage: "ok",
    database: "ok",
  });
  free(LIMITS.diskFreeBytesMin - 1);
  expect(await readHealth(callAs({ kind: "anonymous" }), {})).toMatchObject({
    storage: "full",
    status: "degraded",
  });
});

test("anybody may ask what the API can do, and says nothing with it", async () => {
  expect(await describeApi(callAs({ kind: "anonymous" }), {})).toEqual({});
  await expect(describeApi(callAs({ kind: "anonymous" }), { of: "deals" } as never)).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
