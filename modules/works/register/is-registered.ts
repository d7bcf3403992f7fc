import type { Identifier } from "../domain/identifier";
import { anyWorkWith } from "../repository/registered";

/** Whether a work with one of these identifiers (in canonical form) is registered. Never says whose it is. */
export async function isRegistered(identifiers: readonly Identifier[]): Promise<boolean> {
  return anyWorkWith(identifiers);
}
