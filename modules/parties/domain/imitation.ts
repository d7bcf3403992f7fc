import { eyeKey, lookAlikeKey } from "@/kernel/look-alike";

/** Of these parties the one that somebody called `name` could be taken for, the one with the very name first; else null. */
export function imitatedIn<P extends Readonly<{ name: string }>>(
  parties: readonly P[],
  name: string,
): P | null {
  const [eye, alike] = [eyeKey(name), lookAlikeKey(name)];
  return (
    parties.find((party) => eyeKey(party.name) === eye) ??
    parties.find((party) => alike !== "" && lookAlikeKey(party.name) === alike) ??
    null
  );
}
