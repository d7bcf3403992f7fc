import { createHmac } from "node:crypto";
import { now } from "@/infra/clock";
import { PSEUDONYM_CHARS } from "./engine/pseudonym";
import { pseudonymSecret } from "./repository/allocation";

/** Under which names these contributors appear in a deal's published files; for telling each their own. */
export async function pseudonymsOf(
  dealId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const secret = await pseudonymSecret(dealId, now());
  return new Map(
    names.map((name) => [
      name,
      createHmac("sha256", secret).update(name).digest("hex").slice(0, PSEUDONYM_CHARS),
    ]),
  );
}
