import { transaction } from "@/infra/db/db";
import { deviceOf } from "@/kernel/device";
import { rememberDevice } from "../repository/settings";
import { writeNotices } from "../write/write-notices";

/** Follows a sign-in: writes the person a notice of a device they have not used before, except the very first. */
export async function noteDevice(
  signIn: Readonly<{ eventId: string; personId: string; userAgent: string | null; at: Date }>,
): Promise<void> {
  const { eventId, personId, userAgent, at } = signIn;
  const { browser, system } = deviceOf(userAgent);
  const device = [browser, system].filter((part) => part !== null).join(" · ");
  if (device === "") return;
  await transaction(async (tx) => {
    if ((await rememberDevice(tx, personId, device, at)) !== "new") return;
    const params = { device, when: { at: at.toISOString() } };
    await writeNotices(tx, { eventId, kind: "new_device", at }, [
      { personId, params, link: "/me/settings#devices" },
    ]);
  });
}
