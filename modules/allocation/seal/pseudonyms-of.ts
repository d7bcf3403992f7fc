import { createHash } from "node:crypto";
import { now } from "@/infra/clock";
import { pseudonymOf } from "../engine/pseudonym";
import { pseudonymSecret } from "../repository/allocation";

/** Under which names these contributors appear in a deal's published files; for telling each their own. */
export async function pseudonymsOf(
  dealId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const secret = await pseudonymSecret(dealId, now());
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  return new Map(names.map((name) => [name, pseudonymOf(secret, name, sha256)]));
}
