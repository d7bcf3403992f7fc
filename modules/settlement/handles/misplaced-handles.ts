import { misplacedNames } from "../repository/handle-money";
import type { HandleName } from "./handle-standing";

/** Handles whose money is not where it belongs: none, unless news of a handle was lost. `followHandle` puts each right. */
export function misplacedHandles(): Promise<readonly HandleName[]> {
  return misplacedNames();
}
