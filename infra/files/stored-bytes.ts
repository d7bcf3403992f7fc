import { createHash } from "node:crypto";
import { storage } from "./storage";

/** What is wrong with the stored files of these keys: missing, or other bytes than the SHA-256 in the key says. */
export async function storedFaults(
  keys: readonly Readonly<{ key: string; of: string }>[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { key, of } of keys) {
    if ((await storage().size(key)) === null) faults.push(`${of}: the file ${key} is missing`);
    else if (!(await isWhole(key))) faults.push(`${of}: the file ${key} has other bytes than its name says`);
  }
  return faults;
}

async function isWhole(key: string): Promise<boolean> {
  const expected = /([0-9a-f]{64})(?:\.\w+)*$/.exec(key)?.[1];
  if (expected === undefined) return true;
  const hash = createHash("sha256");
  for await (const chunk of await storage().read(key)) hash.update(chunk as Buffer);
  return hash.digest("hex") === expected;
}
