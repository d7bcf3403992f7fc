import { afterEach, expect, test, vi } from "vitest";
import * as disk from "@/infra/files/disk";
import { LIMITS } from "@/kernel/limits";
import { callAs } from "@/test/factories/parties";
import { readHealth } from "./read-health";

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
